import { checkOptions } from "../../core/index.js";
import { assertNumber } from "../assert-number.js";
import type { Schedule } from "./schedule.js";

/** Options for {@link oneCycle}. */
export interface OneCycleOptions {
  /** The highest rate, above 0. */
  peak: number;
  /** The share of the training that the rise takes, between 0 and 1; defaults to 0.3. */
  rise?: number;
  /** The first rate is the peak divided by this; defaults to 25. */
  startDivisor?: number;
  /** The last rate is the first one divided by this; defaults to 10,000. */
  endDivisor?: number;
}

/**
 * One rise to a high rate and one long fall to almost nothing, both along a cosine.
 *
 * @throws UsageError when a number cannot be
 * @see L. Smith and N. Topin, "Super-Convergence" (2018); the numbers are those of PyTorch's `OneCycleLR`
 * @example
 * const rate = oneCycle({ peak: 0.1 });
 * [0, 29, 99].map((step) => rate(step, 100)); // [0.004, 0.1, 4e-7]
 */
export function oneCycle(options: OneCycleOptions): Schedule {
  checkOptions("oneCycle", options, ["peak", "rise", "startDivisor", "endDivisor"]);
  const { peak, rise = 0.3, startDivisor = 25, endDivisor = 1e4 } = options;
  assertNumber("oneCycle", { peak }, { above: 0 });
  assertNumber("oneCycle", { rise }, { above: 0, below: 1 });
  assertNumber("oneCycle", { startDivisor }, { above: 0 });
  assertNumber("oneCycle", { endDivisor }, { above: 0 });
  const start = peak / startDivisor;
  return (step, steps) => {
    const top = Math.max(0, rise * steps - 1); // the update that has the peak
    const last = Math.max(top + 1, steps - 1);
    if (step <= top) return between(start, peak, top === 0 ? 1 : step / top);
    return between(peak, start / endDivisor, Math.min(1, (step - top) / (last - top)));
  };
}

/** Along half a wave of the cosine. */
function between(from: number, to: number, share: number): number {
  return to + ((from - to) * (1 + Math.cos(Math.PI * share))) / 2;
}
