import { checkOptions, displayAs, type Rate, twoSidedQuantile } from "../../core/index.js";
import { assertEvidence } from "./assert-evidence.js";
import { assertOptions } from "./assert-options.js";
import { cannotSay } from "./cannot-say.js";
import type { Cause } from "./cause.js";
import { bugCause } from "./causes/bug-cause.js";
import { classImbalanceCause } from "./causes/class-imbalance-cause.js";
import { evaluationModeCause } from "./causes/evaluation-mode-cause.js";
import { labelNoiseCause } from "./causes/label-noise-cause.js";
import { leakageCause } from "./causes/leakage-cause.js";
import { termCauses } from "./causes/term-causes.js";
import type { Clues } from "./clues.js";
import type { Evidence } from "./evidence.js";
import { formatNextSteps } from "./format-next-steps.js";
import { makeClues } from "./make-clues.js";
import type { NextSteps } from "./next-steps.js";
import { nextStepsReading } from "./next-steps-reading.js";
import { orderCauses } from "./order-causes.js";
import { reaches } from "./reaches.js";
import { stepsOf } from "./steps-of.js";

/** Options for {@link suggestNextSteps}. */
export interface SuggestNextStepsOptions {
  /** The test error that is good enough, 0…1; defaults to none, so that work ends where no part of the error is worth it. */
  target?: number;
  /** The smallest part of the test error that is worth work, as a rate; defaults to a twentieth of it, and at least 0.002. */
  worthwhile?: number;
  /** What nobody gets below, where the decomposition is made from logs; defaults to 0. */
  irreducible?: Rate;
  /** Of statements about logs, and of the decomposition where it is made from them; defaults to 0.95. */
  confidence?: number;
}

/**
 * What to do next: the causes of the error that the evidence supports, and for each the remedies in the order of the lecture,
 * with the gain to be expected, what it costs and why.
 *
 * What misleads the measurement comes first: a bug, samples in two splits, errors scored in the wrong mode. Then wrong labels and
 * rare classes, which look like bias or variance in the sum. Then the terms of the sum, the largest first; where another one may be as
 * large, the one that is worked on earlier. A cause counts only where chance does not explain it and it is worth work; what the
 * data cannot say stands in `cannotSay`, with the number of samples that would.
 *
 * @param evidence - a decomposition or logs to make one of, and whatever else is known
 * @throws UsageError for no evidence, logs that are none, or options that are none
 * @see J. Tobin, "Troubleshooting Deep Neural Networks" (2019); A. Ng, "Machine Learning Yearning" (2018), chapters 20 to 43
 * @example
 * import { decomposeError } from "deep-pessimist/decomposition";
 * const terms = { irreducible: 0.01, train: 0.2, trainVal: 0.27, testVal: 0.28, test: 0.28 };
 * const { verdict, cause, steps } = suggestNextSteps({ decomposition: decomposeError(terms) });
 * [verdict, cause, steps[0].remedy]; // ["act", "avoidableBias", "biggerModel"]
 */
export function suggestNextSteps(evidence: Evidence, options: SuggestNextStepsOptions = {}): NextSteps {
  checkOptions("suggestNextSteps", options, ["target", "worthwhile", "irreducible", "confidence"]);
  checkOptions("suggestNextSteps's evidence", evidence, [
    ...[
      "decomposition",
      "logs",
      "history",
      "findings",
      "labelNoise",
      "slices",
      "learningCurve",
      "candidates",
    ],
  ]);
  const { target, worthwhile, irreducible = 0, confidence = 0.95 } = options;
  twoSidedQuantile(confidence); // refuses what is no confidence
  assertOptions({ target, worthwhile });
  assertEvidence(evidence);
  const clues = makeClues(evidence, { irreducible, worthwhile, confidence });
  const causes = orderCauses(causesOf(clues), clues);
  const reached = reaches(clues, target);
  const act = causes.filter(({ name }) => reached !== "yes" || misleads.includes(name));
  const open = reached === "yes" ? [] : cannotSay(clues);
  const verdict = act.length > 0 ? "act" : open.length > 0 || reached === "perhaps" ? "measure" : "stop";
  const [first] = act;
  const result = {
    verdict,
    ...(first === undefined ? {} : { cause: first.name }),
    ...(first?.where === undefined ? {} : { where: first.where }),
    steps: act.flatMap((cause) => stepsOf(cause, clues)),
    cannotSay: open,
    worthwhile: clues.worthwhile,
  } as const;
  const next = { ...result, reading: nextStepsReading(result, act, clues, reached) };
  return displayAs(next, () => ({
    "text/markdown": formatNextSteps(next, { as: "markdown" }),
    "text/plain": formatNextSteps(next),
  }));
}

/** A target that is met by a measurement that misleads is not met. */
const misleads: readonly string[] = ["bug", "leakage", "evaluationMode"];

function causesOf(clues: Clues): Cause[] {
  const looked = [bugCause, leakageCause, evaluationModeCause, classImbalanceCause, labelNoiseCause];
  return [...looked.map((look) => look(clues)).filter((cause) => cause !== undefined), ...termCauses(clues)];
}
