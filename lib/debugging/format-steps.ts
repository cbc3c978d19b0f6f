import { alignedLeft } from "../core/index.js";
import type { LayerStep } from "./step-through.js";
import { numberText } from "./wording/number-text.js";

/**
 * The rows of `stepThrough` as a table of text, one line a layer.
 *
 * @example
 * const row = { layer: "a", kind: "Dense", inputShape: [2, 3], outputShape: [2, 1], dtype: "float32", min: 0, max: 1, nonFinite: 0, parameters: 4 };
 * formatSteps([row]).split("\n").length; // 2
 */
export function formatSteps(steps: readonly LayerStep[]): string {
  const head = ["layer", "kind", "input", "output", "dtype", "range", "not finite", "parameters"];
  const rows = steps.map((step) => [
    step.layer,
    step.kind,
    `[${step.inputShape.join(", ")}]`,
    `[${step.outputShape.join(", ")}]`,
    step.dtype,
    step.min > step.max ? "nothing finite" : `${numberText(step.min)} … ${numberText(step.max)}`,
    String(step.nonFinite),
    String(step.parameters),
  ]);
  return alignedLeft([head, ...rows]).join("\n");
}
