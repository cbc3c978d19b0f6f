import { UsageError } from "../../core/index.js";
import type { TrainingProgram } from "../training-program.js";

const needed = ["model", "optimizer", "loss", "train"] as const;
const example = '{ model, optimizer: "adam", loss: "categoricalCrossentropy", train: { x, y } }';

/**
 * Throws where a value is no training program, naming the fields that are missing or of the wrong kind.
 *
 * @throws UsageError
 */
export function assertTrainingProgram(value: unknown): asserts value is TrainingProgram {
  if (typeof value !== "object" || value === null)
    throw new UsageError({
      got: `a training program that is ${value === null ? "null" : typeof value}.`,
      expected: `an object with ${needed.join(", ")}.`,
      fix: `return ${example}.`,
    });
  const fields = value as Record<string, unknown>;
  const missing = needed.filter((field) => fields[field] === undefined);
  if (missing.length > 0)
    throw new UsageError({
      got: `a training program without ${missing.join(", ")}; it has ${Object.keys(fields).join(", ") || "no fields"}.`,
      expected: `${needed.join(", ")}.`,
      fix: `return ${example}.`,
    });
  const wrong = wrongField(fields);
  if (wrong) throw new UsageError(wrong);
}

function wrongField(
  fields: Record<string, unknown>,
): { got: string; expected: string; fix: string } | undefined {
  const model = fields.model as { predict?: unknown; apply?: unknown; layers?: unknown };
  if (typeof model?.predict !== "function" || !Array.isArray(model.layers))
    return {
      got: `a training program whose model is ${kind(fields.model)}.`,
      expected: "a model of TensorFlow.js: tf.sequential(…) or tf.model(…).",
      fix: "put the model itself into { model }.",
    };
  if (!["string", "function"].includes(typeof fields.loss))
    return {
      got: `a training program whose loss is ${kind(fields.loss)}.`,
      expected: "a loss's name, or a function of labels and output.",
      fix: 'write { loss: "categoricalCrossentropy" }.',
    };
  const optimizer = fields.optimizer as { minimize?: unknown };
  if (typeof optimizer !== "string" && typeof optimizer?.minimize !== "function")
    return {
      got: `a training program whose optimizer is ${kind(fields.optimizer)}.`,
      expected: "an optimizer's name, or an optimizer.",
      fix: 'write { optimizer: "adam" } or { optimizer: tf.train.adam(3e-4) }.',
    };
  for (const part of ["train", "validation"] as const) {
    const samples = fields[part] as { x?: unknown; y?: unknown } | undefined;
    if (samples !== undefined && (samples === null || samples.x === undefined || samples.y === undefined))
      return {
        got: `a training program whose ${part} is ${kind(samples)}, without x or y.`,
        expected: "samples and labels, { x, y }.",
        fix: `write { ${part}: { x, y } }.`,
      };
  }
  for (const part of ["step", "predict", "augment"] as const)
    if (fields[part] !== undefined && typeof fields[part] !== "function")
      return {
        got: `a training program whose ${part} is ${kind(fields[part])}.`,
        expected: "a function.",
        fix: `write { ${part}: (x) => … }, or leave it out.`,
      };
  return undefined;
}

function kind(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "an array";
  if (typeof value !== "object") return `a ${typeof value}`;
  const name = value.constructor?.name ?? "Object";
  return name === "Object" ? `an object with ${Object.keys(value).join(", ") || "no fields"}` : `a ${name}`;
}
