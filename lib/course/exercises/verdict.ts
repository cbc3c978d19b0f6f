import { Reply } from "../reply/reply.js";

/** What came of an answer. */
export type VerdictOutcome = "right" | "wrong" | "notAttempted" | "cannotTell";

const heads: Readonly<Record<VerdictOutcome, string>> = {
  right: "**Right.**",
  wrong: "**Wrong,** because",
  notAttempted: "**Not attempted yet.**",
  cannotTell: "**Cannot tell,** because",
};

/** An answer's outcome with its reason, as a reply to the learner. */
export class Verdict extends Reply {
  readonly outcome: VerdictOutcome;
  /** Why, as it goes on after "because". */
  readonly because: string;

  constructor(outcome: VerdictOutcome, because: string) {
    super(`${heads[outcome]} ${because}`);
    this.outcome = outcome;
    this.because = because;
  }
}

/** The answer holds; `why` says what it shows. */
export const right = (why: string): Verdict => new Verdict("right", why);

/** The answer does not hold, and this is the mistake behind it. */
export const wrong = (because: string): Verdict => new Verdict("wrong", because);

/** The answer says neither. */
export const cannotTell = (because: string): Verdict => new Verdict("cannotTell", because);
