import { aFunction } from "../answer-kind.js";
import type { ExerciseSheet } from "../exercise-sheet.js";
import { cannotTell, right, wrong } from "../verdict.js";

type Draw = (share: number) => number;

export const drawARate: ExerciseSheet<Draw> = {
  id: "11.2",
  stars: 2,
  statement:
    "Write the function that turns a random number from 0 to 1 into a learning rate from 1e-5 to 1e-1, so that each power of ten is as likely.",
  answer: aFunction<Draw>("(share: number) => number"),
  hints: [
    "Draw the *exponent* evenly: from −5 to −1.",
    "`10 ** exponent`, with the exponent −5 + 4 · share.",
  ],
  solution: "(share: number) => 10 ** (-5 + 4 * share);",
  judge(draw) {
    const [low, middle, high] = [draw(0), draw(0.5), draw(1)];
    if (![low, middle, high].every((value) => typeof value === "number" && Number.isFinite(value)))
      return cannotTell(`for 0, 0.5 and 1 it gives ${[low, middle, high].join(", ")}.`);
    const near = (value: number, wanted: number) => Math.abs(value / wanted - 1) < 1e-6;
    if (near(low, 1e-5) && near(middle, 1e-3) && near(high, 1e-1))
      return right("Its middle is 1e-3, not 0.05: in the logarithm, as learning rates work.");
    if (near(low, 1e-5) && near(high, 1e-1))
      return wrong(
        `its middle is ${middle.toPrecision(2)}: drawn evenly, nine of ten rates are above 0.01, and small ones are hardly tried.`,
      );
    if (near(low, 1e-1) && near(high, 1e-5))
      return wrong("0 gives the largest rate and 1 the smallest; the exponent runs the wrong way.");
    if (near(low, -5)) return wrong("this is the exponent; 10 to its power is the rate.");
    if (near(low, Math.exp(-5))) return wrong("that is a power of e; the range is in powers of 10.");
    return wrong(`it gives ${low} for 0 and ${high} for 1; the ends of the range are 1e-5 and 1e-1.`);
  },
};
