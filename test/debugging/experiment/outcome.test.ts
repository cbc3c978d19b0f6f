import { expect, test } from "vitest";
import { outcomeOf } from "../../../lib/debugging/index.js";

const guess = Math.log(10);
const steps = 100;
const curve = (loss: (step: number) => number) => Array.from({ length: steps }, (_, step) => loss(step));

test.each([
  ["overfits", curve((step) => 2.3 * 0.9 ** step)],
  ["explodes", [2.3, 8, 90, Number.NaN]],
  ["explodes", curve((step) => 2.3 * 1.2 ** step)],
  ["rises", curve((step) => 2.3 + step / 50)],
  ["oscillates", curve((step) => (step % 2 === 0 ? 2.2 : 3.1))],
  ["plateaus", curve((step) => 2.3 + 0.001 * Math.sin(step))],
  ["still-falling", curve((step) => 2.4 * 0.997 ** step)],
] as const)("outcomeOf tells a loss that %s", (outcome, losses) => {
  expect(outcomeOf(losses, { guess })).toBe(outcome);
});

test("outcomeOf takes a batch without an error for learnt, whatever the loss's floor", () => {
  expect(
    outcomeOf(
      curve(() => 1.4612),
      { guess, error: 0 },
    ),
  ).toBe("overfits");
});
