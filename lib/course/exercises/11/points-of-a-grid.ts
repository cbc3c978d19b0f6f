import { aNumber } from "../answer-kind.js";
import { close } from "../close.js";
import type { ExerciseSheet } from "../exercise-sheet.js";
import { right, wrong } from "../verdict.js";

export const pointsOfAGrid: ExerciseSheet<number> = {
  id: "11.1",
  stars: 1,
  statement:
    "Six hyperparameters, a grid with three values of each, and two minutes a training. How many *hours* does the grid take?",
  answer: aNumber,
  hints: ["How many combinations are there? Not 3 · 6.", "3 · 3 · 3 · 3 · 3 · 3 = 729 trainings."],
  solution: "(3 ** 6 * 2) / 60;",
  judge(hours) {
    if (close(hours, 24.3))
      return right("A day and a night, for three values of each. A seventh knob would make it three days.");
    if (close(hours, 0.6))
      return wrong("3 · 6 = 18 trainings try one knob at a time; a grid tries all combinations.");
    if (close(hours, 729)) return wrong("that is the number of trainings.");
    if (close(hours, 1458)) return wrong("that is in minutes.");
    if (close(hours, (6 ** 3 * 2) / 60))
      return wrong("6³ would be three knobs with six values each; it is 3⁶.");
    return wrong("values to the power of knobs gives the trainings; times two minutes, in hours.");
  },
};
