import { expect } from "vitest";

/** Each array within 1e-4 relative of the expected one; numbers that cancel out, within 1e-6 of the array's largest. */
export function expectClose(got: Float32Array[], want: Float32Array[], rtol = 1e-4): void {
  expect(got.length).toBe(want.length);
  for (const [i, expected] of want.entries()) {
    const largest = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    expect(got[i]!).toBeAllClose(expected, { rtol, atol: (largest * rtol) / 100 });
  }
}
