import { expect } from "vitest";

declare module "vitest" {
  interface Matchers<T> {
    /** Every number within `rtol` of the expected one, relative to it; `atol` is for expected zeros alone. */
    toBeAllClose(expected: number | ArrayLike<number>, tolerance?: { rtol?: number; atol?: number }): T;
  }
}

expect.extend({
  toBeAllClose(
    received: number | ArrayLike<number>,
    expected: number | ArrayLike<number>,
    { rtol = 1e-6, atol = 0 }: { rtol?: number; atol?: number } = {},
  ) {
    const got = typeof received === "number" ? [received] : Array.from(received);
    const want = typeof expected === "number" ? [expected] : Array.from(expected);
    const far = want.findIndex((value, i) => !(Math.abs(got[i]! - value) <= atol + rtol * Math.abs(value)));
    const pass = got.length === want.length && far === -1;
    return {
      pass,
      message: () =>
        got.length !== want.length
          ? `expected ${want.length} numbers, got ${got.length}`
          : `at ${far}: expected ${want[far]} within ${rtol} relative, got ${got[far]}`,
    };
  },
});
