import { checkOptions, type EpochRecord, UsageError } from "../../core/index.js";
import { assertNumber } from "../assert-number.js";

/** Options of `fit`'s early stopping. */
export interface EarlyStoppingOptions {
  /** The validation set that decides. */
  watch: "trainVal" | "testVal";
  /** What should fall; defaults to "error". */
  metric?: "error" | "loss";
  /** How many epochs in a row may pass without a new best; defaults to 5. */
  patience?: number;
  /** By how much a new best must be lower than the last; defaults to 0. */
  minImprovement?: number;
  /** Whether the model ends with the weights of its best epoch; defaults to true. */
  restoreBest?: boolean;
}

/** Early stopping with every default in its place. */
export type EarlyStopping = Required<EarlyStoppingOptions>;

/** The best epoch so far. */
export interface Best {
  readonly epoch: number;
  readonly value: number;
}

/** @throws UsageError when a number cannot be, or the watched set is not among those that are scored */
export function earlyStoppingOf(
  options: EarlyStoppingOptions | undefined,
  scored: Readonly<Record<"trainVal" | "testVal", unknown>>,
): EarlyStopping | undefined {
  if (options === undefined) return undefined;
  checkOptions("earlyStopping", options, ["watch", "metric", "patience", "minImprovement", "restoreBest"]);
  const { watch, metric = "error", patience = 5, minImprovement = 0, restoreBest = true } = options;
  assertNumber("earlyStopping", { patience }, { whole: true, above: 0 });
  assertNumber("earlyStopping", { minImprovement }, { from: 0 });
  if (scored[watch] === undefined)
    throw new UsageError({
      got: `earlyStopping is to watch ${JSON.stringify(watch)}, which fit did not get.`,
      expected: "a validation set that is scored after each epoch.",
      fix:
        watch === "testVal"
          ? "pass { testVal } to fit."
          : "pass { trainVal } or { validationSplit: 0.2 } to fit.",
    });
  return { watch, metric, patience, minImprovement, restoreBest };
}

/** The best epoch once this one is known: this one, if it is the first or lower by enough. */
export function bestWith(
  best: Best | undefined,
  record: EpochRecord,
  { watch, metric, minImprovement }: EarlyStopping,
): Best {
  const value = record[watch]![metric];
  const better = best === undefined || value < best.value - minImprovement || Number.isNaN(best.value);
  return better ? { epoch: record.epoch, value } : best;
}
