import { alignment } from "./alignment.js";
import type { Check } from "./check.js";
import { dropoutRate } from "./dropout-rate.js";
import { finiteData } from "./finite-data.js";
import { forwardPass } from "./forward-pass.js";
import { initialLoss } from "./initial-loss.js";
import { inputRange } from "./input-range.js";
import { labelContract } from "./label-contract.js";
import { lossAndOutput } from "./loss-and-output.js";
import { oneBatch } from "./one-batch.js";

/** Every check in the order in which they run: quick ones that name a cause before slow ones that show a symptom. */
export const allChecks: readonly Check[] = [
  finiteData,
  labelContract,
  forwardPass,
  inputRange,
  lossAndOutput,
  dropoutRate,
  alignment,
  initialLoss,
  oneBatch,
];
