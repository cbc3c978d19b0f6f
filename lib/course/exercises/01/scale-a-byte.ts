import { aFunction } from "../answer-kind.js";
import type { ExerciseSheet } from "../exercise-sheet.js";
import { right, wrong } from "../verdict.js";

type Scale = (byte: number) => number;

export const scaleAByte: ExerciseSheet<Scale> = {
  id: "01.2",
  stars: 2,
  statement:
    "Write the function that takes a pixel's byte, 0 … 255, to a number from −1 to 1, as the recipe wants it.",
  answer: aFunction<Scale>("(byte: number) => number"),
  hints: [
    "Two things must happen: the range must become 2 wide, and its middle must become 0.",
    "byte / 127.5 is from 0 to 2.",
  ],
  solution: "(byte: number) => byte / 127.5 - 1;",
  judge(scale) {
    const [black, white, middle] = [scale(0), scale(255), scale(127.5)];
    if (![black, white, middle].every((value) => typeof value === "number" && !Number.isNaN(value)))
      return wrong(`it gives ${black} for 0 and ${white} for 255, and both should be numbers.`);
    const near = (value: number, wanted: number) => Math.abs(value - wanted) < 1e-6;
    if (near(black, -1) && near(white, 1) && near(middle, 0))
      return right("Black is −1, white is 1, and grey is 0: what He's initialization was made for.");
    if (near(black, 0) && near(white, 1))
      return wrong("black is 0 here and white is 1: all inputs are positive, so their mean is not 0.");
    if (near(black, -0.5) && near(white, 0.5))
      return wrong("it is centred, but only from −½ to ½: a factor 2 is missing.");
    if (near(black, 1) && near(white, -1))
      return wrong("black is 1 and white is −1: it turns the picture into its negative.");
    if (near(black, -1) && Math.abs(white - 1) < 0.01)
      return wrong(`white becomes ${white.toFixed(4)}: a byte has 256 values, but the largest is 255.`);
    if (Math.abs(white) > 10)
      return wrong(
        `255 becomes ${white}: a first layer that was initialized for inputs of size 1 gets ones of size ${Math.round(Math.abs(white))}.`,
      );
    return wrong(`0 becomes ${black} and 255 becomes ${white}; they should be −1 and 1.`);
  },
};
