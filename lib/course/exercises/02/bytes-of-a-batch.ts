import { aNumber } from "../answer-kind.js";
import { close } from "../close.js";
import type { ExerciseSheet } from "../exercise-sheet.js";
import { right, wrong } from "../verdict.js";

const bytes = 256 * 224 * 224 * 64 * 4;

export const bytesOfABatch: ExerciseSheet<number> = {
  id: "02.4",
  stars: 3,
  statement:
    'A batch of 256 images, 224 × 224 × 3, goes through a first layer of 64 filters with `padding: "same"`. How many bytes does that one layer\'s output need?',
  answer: aNumber,
  hints: [
    "Height and width stay, and the channels become 64.",
    "Count the numbers of the output: batch × height × width × channels. How many bytes has a float32?",
  ],
  solution: "256 * 224 * 224 * 64 * 4;",
  judge(answer) {
    if (close(answer, bytes))
      return right(
        "3.3 GB for one layer of one batch, before any gradient: mostly it is activations, not weights, that do not fit.",
      );
    if (close(answer, bytes / 4))
      return wrong("that is how many numbers there are; each is a float32 of 4 bytes.");
    if (close(answer, bytes / 256)) return wrong("that is one image's; there are 256 in the batch.");
    if (close(answer, 256 * 224 * 224 * 3 * 4))
      return wrong("that is the input; the layer makes 64 channels of its 3.");
    if (close(answer, 3.29, 0.02) || close(answer, 3.06, 0.02))
      return wrong("that is in gigabytes; the question is in bytes.");
    return wrong("it is batch × height × width × channels × bytes a number, with the output's channels.");
  },
};
