import type { Interval } from "../../core/index.js";
import type { CauseName } from "./cause.js";
import type { RemedyName } from "./remedy-name.js";

/** One thing to do. */
export interface NextStep {
  readonly remedy: RemedyName;
  /** What to do, as an imperative. */
  readonly action: string;
  /** What it works on. */
  readonly cause: CauseName;
  /** Test error that it may take away, as a rate: the size of the cause by the share that such a remedy takes of it. */
  readonly gain: Interval;
  /** Where the share comes from: a published effect, or the admission that there is none. */
  readonly basis: string;
  readonly cost: string;
  /** Why, in a sentence. */
  readonly evidence: string;
}

/** Something that the data cannot say, and what would. */
export interface SetAside {
  readonly cause: CauseName;
  readonly size: Interval;
  /** Samples of each split behind it that would settle the question four times in five; absent where no number would. */
  readonly samplesNeeded?: number;
  readonly why: string;
}

/** What to do next. */
export interface NextSteps {
  /**
   * "act": a cause is established, and `steps` says what to do. "measure": something may be worth work, but the data
   * cannot say; `cannotSay` names how many samples would. "stop": the target is met, or nothing left is worth work.
   */
  readonly verdict: "act" | "measure" | "stop";
  /** What the first step works on; absent unless the verdict is "act". */
  readonly cause?: CauseName;
  /** The class or tag that this cause sits in, where it is known. */
  readonly where?: string;
  /** In the order in which they are worth trying. */
  readonly steps: readonly NextStep[];
  readonly cannotSay: readonly SetAside[];
  /** The smallest part of the test error that counted as worth work, as a rate. */
  readonly worthwhile: number;
  /** The result in a sentence or two. */
  readonly reading: string;
}
