import type { Interval, McNemarTest, PairedCounts } from "../../core/index.js";

/** Two models on the same samples, or one model on the same scenes under two conditions. */
export interface ModelComparison {
  readonly counts: PairedCounts;
  readonly samples: number;
  /** The error rates, with Wilson's intervals. */
  readonly first: Interval;
  readonly second: Interval;
  /** `second − first`, with Newcombe's interval for pairs. */
  readonly difference: Interval;
  /** The same with Tango's score interval. */
  readonly tango: Interval;
  /** What comes out where the pairing is forgotten: too wide where both err on the same samples. */
  readonly unpaired: Interval;
  /** How much wider `unpaired` is than `difference`: 0.4 is 40 %. */
  readonly widening: number;
  readonly test: McNemarTest;
  /** Which has fewer errors, where the interval of the difference does not hold 0. */
  readonly better: "first" | "second" | "undecided";
  /** Where undecided and not equal: how many samples would show this difference, four times in five. */
  readonly samplesNeeded?: number;
  readonly confidence: number;
  /** What the numbers say, in a sentence or two. */
  readonly reading: string;
}
