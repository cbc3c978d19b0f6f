import { oneOf } from "../answer-kind.js";
import type { ExerciseSheet } from "../exercise-sheet.js";
import { right, wrong } from "../verdict.js";

const outcomes = ["rises", "explodes", "oscillates", "plateaus", "overfits"] as const;

export const nameTheOutcome: ExerciseSheet<(typeof outcomes)[number]> = {
  id: "03.1",
  stars: 1,
  statement:
    "One batch of ten classes, 300 steps. The loss was 2.30 at the start, then 1.71, 2.94, 1.68, 3.02, …, and is at 1.7 or 3.0 still. Which of the outcomes is it?",
  answer: oneOf(...outcomes),
  hints: [
    "Is the loss at the end larger than at the start, smaller, or now this and now that?",
    "Its neighbours differ by more than a tenth of themselves, and there is no trend.",
  ],
  solution: '"oscillates";',
  judge(outcome) {
    if (outcome === "oscillates")
      return right(
        "The step is too long for the valley: it lands on the other side, again and again. Lower the learning rate first.",
      );
    if (outcome === "rises") return wrong("every other loss is below the start; a rise stays above it.");
    if (outcome === "explodes")
      return wrong("it stays within 3; an explosion leaves any bound, and mostly ends in NaN.");
    if (outcome === "plateaus")
      return wrong("a plateau is flat from one step to the next; here the loss moves by half of itself.");
    return wrong("a batch learnt by heart has a loss near 0.");
  },
};
