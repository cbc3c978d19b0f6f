import { aFunction } from "../answer-kind.js";
import type { ExerciseSheet } from "../exercise-sheet.js";
import { cannotTell, right, wrong } from "../verdict.js";

type Update = (weight: number, gradient: number, learningRate: number) => number;

/** Where the loss (weight − minimum)² is lowest: no multiple of a step, so that a step of fixed length cannot hit it. */
const minimum = Math.PI;

/** Where 200 updates lead from 0. */
function descend(update: Update, learningRate: number): number {
  let weight = 0;
  for (let step = 0; step < 200; step++) weight = update(weight, 2 * (weight - minimum), learningRate);
  return weight;
}

export const mendTheUpdate: ExerciseSheet<Update> = {
  id: "03.3",
  stars: 3,
  statement: `This update rises on every batch. Mend it.

\`\`\`ts
const update = (weight: number, gradient: number, learningRate: number) =>
  weight + learningRate * Math.sign(gradient);
\`\`\``,
  answer: aFunction<Update>("(weight: number, gradient: number, learningRate: number) => number"),
  hints: [
    "The gradient points uphill.",
    "The sign is one bug. There is a second: how long is the step when the gradient is nearly 0?",
  ],
  solution: `
const update = (weight: number, gradient: number, learningRate: number) =>
  weight - learningRate * gradient;
update;`,
  judge(update) {
    const end = descend(update, 0.1);
    if (typeof end !== "number" || Number.isNaN(end))
      return cannotTell(`200 updates end in ${end}; does it return the new weight?`);
    if (!Number.isFinite(end) || Math.abs(end - minimum) > 10)
      return wrong(
        "on the loss (w − π)² it goes uphill: the weight runs away. The gradient points to where the loss grows.",
      );
    if (end === 0) return wrong("the weight does not move.");
    if (Math.abs(end - minimum) < 1e-6 && Math.abs(descend(update, 0) - 0) > 1e-12)
      return wrong("with a learning rate of 0 it moves all the same: the rate is not used.");
    if (Math.abs(end - minimum) < 1e-6 && Math.abs(descend(update, 0.01) - minimum) < 1e-6)
      return wrong(
        "a tenth of the learning rate leads as far in as many steps: the rate is not used as it is given.",
      );
    if (Math.abs(end - minimum) < 1e-6)
      return right("Downhill, and with steps that shrink as the ground gets flat.");
    if (Math.abs(end - minimum) < 0.25)
      return wrong(
        "it goes downhill and then oscillates about the minimum: all steps are equally long, however flat the ground.",
      );
    return wrong(`on the loss (w − π)² it ends at ${end.toFixed(3)}, not at π.`);
  },
};
