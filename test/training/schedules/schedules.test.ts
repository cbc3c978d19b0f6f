import { expect, test } from "vitest";
import { constant, cosine, oneCycle, stepDecay, warmUp } from "../../../lib/training/index.js";

test("constant gives its rate at every update", () => {
  expect([0, 7, 1e6].map((step) => constant(0.3)(step, 10))).toEqual([0.3, 0.3, 0.3]);
});

test("cosine is ½ (1 + cos πt) of the way from one rate to the other", () => {
  const rate = cosine({ from: 0.2, to: 0.1 });
  // cos 0, π/3, π/2, 2π/3, π = 1, 1/2, 0, −1/2, −1
  const expected = [0.2, 0.175, 0.15, 0.125, 0.1];
  expect([0, 20, 30, 40, 60].map((step) => rate(step, 60))).toBeAllClose(expected, { rtol: 1e-12 });
});

test("stepDecay drops at the shares that it is given, by default to a tenth at a half and at three quarters", () => {
  const rate = stepDecay({ from: 1 });
  expect([0, 49, 50, 74, 75, 99].map((step) => rate(step, 100))).toBeAllClose([1, 1, 0.1, 0.1, 0.01, 0.01], {
    rtol: 1e-12,
  });
  const one = stepDecay({ from: 1, factor: 0.5, at: [0.9] });
  expect([89, 90].map((step) => one(step, 100))).toEqual([1, 0.5]);
});

test("warmUp rises in a straight line, and hands what is left of the training to the schedule that follows", () => {
  const rate = warmUp(cosine({ from: 0.4 }), { steps: 4 });
  // 8 updates are left: the cosine's half lies at 4 + 4
  expect([0, 1, 2, 3, 4, 8].map((step) => rate(step, 12))).toBeAllClose([0.1, 0.2, 0.3, 0.4, 0.4, 0.2], {
    rtol: 1e-12,
  });
});

test("oneCycle rises from peak/25 to the peak and falls to peak/250,000, as PyTorch's OneCycleLR does", () => {
  const rate = oneCycle({ peak: 1 });
  // PyTorch puts the peak at 0.3 · 100 − 1 = 29 and the end at 99; halves of both ways lie at 14.5 and 64.
  expect([0, 29, 64, 99].map((step) => rate(step, 100))).toBeAllClose([0.04, 1, (1 + 4e-6) / 2, 4e-6], {
    rtol: 1e-12,
  });
  expect(rate(14.5, 100)).toBeAllClose(0.52, { rtol: 1e-12 });
});

test("oneCycle has its peak even in a training of one update", () => {
  expect(oneCycle({ peak: 1 })(0, 1)).toBe(1);
});

test.each([
  ["a rate of 0", () => constant(0), /learningRate = 0/],
  ["a rate that rises from nothing", () => cosine({ from: 0 }), /from = 0/],
  ["a drop given in updates", () => stepDecay({ from: 1, at: [500] }), /divide the update's number/],
  ["a warm-up of half an update", () => warmUp(0.1, { steps: 0.5 }), /a whole number above 0/],
  ["a rise that takes all the training", () => oneCycle({ peak: 1, rise: 1 }), /rise = 1/],
])("schedules refuse %s", (_, make, message) => {
  expect(make).toThrow(message);
});
