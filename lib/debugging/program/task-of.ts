import type { Task, TrainingProgram } from "../training-program.js";
import type { LabelForm } from "./label-form.js";

/** At most this many whole numbers look like classes when loss and output do not say. */
const mostClasses = 1000;

/**
 * What the labels mean: as the program says, or else as its labels, last layer and loss suggest together.
 *
 * @param units - the last axis of the model's output
 * @param activation - the model's last one
 */
export function taskOf(
  { task, loss }: Pick<TrainingProgram, "task" | "loss">,
  labels: LabelForm,
  { units, activation }: { units: number; activation: string | undefined },
): Task {
  if (task !== undefined) return task;
  const { form, values, columns } = labels;
  if (loss === "sparseCategoricalCrossentropy" || loss === "categoricalHinge") return "multiclass";
  if (form === "shares") return "multiclass";
  if (form === "several-hot") return "multilabel";
  if (form === "one-hot") {
    const emptyRows = labels.classes!.some((label) => label < 0);
    return emptyRows && activation === "sigmoid" && loss === "binaryCrossentropy"
      ? "multilabel"
      : "multiclass";
  }
  if (columns > 1) return loss === "categoricalCrossentropy" ? "multiclass" : "regression";
  if (loss === "categoricalCrossentropy" && units > 1) return "multiclass";
  if (form === "integers" && units > 1 && isClassCount(values)) return "multiclass";
  if (loss === "binaryCrossentropy" || loss === "hinge" || loss === "squaredHinge") return "binary";
  if (loss === "categoricalCrossentropy" || activation === "softmax") return "binary";
  const twoValues = form === "integers" && new Set(Array.from(values)).size <= 2;
  if (twoValues && (activation === "sigmoid" || typeof loss === "function")) return "binary";
  return "regression";
}

function isClassCount(values: ArrayLike<number>): boolean {
  return Array.prototype.every.call(values, (value: number) => value >= 0 && value < mostClasses);
}
