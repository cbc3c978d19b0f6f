import { nearestName, type PredictionLog, UsageError } from "../../core/index.js";

/**
 * The index of the class that is to be found: by its name or index; of two classes the second where none is named.
 *
 * @param functionName - as the caller typed it
 * @throws UsageError for a class that the log does not have, and where more than two leave open which is meant
 * @example
 * positiveClass("rocCurve", ["no", "yes"]); // 1
 */
export function positiveClass(
  functionName: string,
  classes: readonly string[],
  positive?: string | number,
): number {
  if (positive === undefined && classes.length === 2) return 1;
  const index = typeof positive === "number" ? positive : classes.indexOf(positive ?? "");
  if (classes[index] !== undefined) return index;
  const meant = nearestName(String(positive), classes) ?? classes[0];
  throw new UsageError({
    got:
      positive === undefined
        ? `${functionName} got ${classes.length} classes, and no word of which one is to be found.`
        : `${functionName} got { positive: ${JSON.stringify(positive)} }, which is no class of this log.`,
    expected: `one of ${classes.slice(0, 10).join(", ")}${classes.length > 10 ? ", …" : ""}, or its index: the curve is of one class against the others.`,
    fix: `pass { positive: ${JSON.stringify(meant)} }.`,
  });
}

/** One class against the others: its probability, and whether the sample is of it. */
export interface OneAgainstRest {
  /** Shape [samples]. */
  readonly scores: Float32Array;
  /** 1 where the sample is of the class, shape [samples]. */
  readonly positive: Uint8Array;
  readonly positives: number;
}

/** A log's column for one class. */
export function oneAgainstRest(
  { labels, probabilities, classes }: Pick<PredictionLog, "labels" | "probabilities" | "classes">,
  index: number,
): OneAgainstRest {
  const positive = Uint8Array.from(labels, (label) => Number(label === index));
  return {
    scores: Float32Array.from(labels, (_, row) => probabilities[row * classes.length + index]!),
    positive,
    positives: positive.reduce((sum, is) => sum + is, 0),
  };
}
