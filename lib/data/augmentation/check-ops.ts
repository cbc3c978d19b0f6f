import { UsageError } from "../../core/index.js";
import type { Augmentation } from "./augmentation.js";

/**
 * Refuses what is no list of ops; with "kept", also those that mix labels.
 *
 * @param functionName - as the caller typed it
 */
export function checkOps(functionName: string, ops: readonly Augmentation[], labels?: "kept"): void {
  if (!Array.isArray(ops) || ops.length === 0)
    throw new UsageError({
      got: `${functionName} got ${Array.isArray(ops) ? "no ops" : `${typeof ops}, not a list of ops`}.`,
      expected: "a list of at least one op.",
      fix: "pass [flipHorizontal(), rotate({ degrees: 10 })].",
    });
  for (const [place, op] of ops.entries()) {
    const isOp = typeof op === "object" && op !== null && typeof op.apply === "function";
    if (!isOp || (op.labels !== "kept" && op.labels !== "mixed"))
      throw new UsageError({
        got: `${functionName} got ${typeof op === "function" ? `the function "${op.name}"` : JSON.stringify(op)}, at place ${place}.`,
        expected: "an op, which has a name, labels and apply.",
        fix: typeof op === "function" ? `call it: ${op.name}().` : "take one from data.augmentations.",
      });
    if (labels === "kept" && op.labels !== "kept")
      throw new UsageError({
        got: `${functionName} got ${op.name}, which mixes labels and needs other images.`,
        expected: "ops that keep the label.",
        fix: "pass it to augmentDataset, whose batches have softLabels.",
      });
  }
}
