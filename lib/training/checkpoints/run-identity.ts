import { crc32 } from "node:zlib";
import type { Dataset } from "../../core/index.js";
import type { Plan } from "../fit/plan.js";
import { layersWithin } from "../noise/layers-within.js";

/** Samples whose pixels are looked at, to tell data sets apart. */
const looked = 16;

/** How many rates of a schedule are looked at. */
const ratesLooked = 33;

/** What makes two trainings the same: all that decides their weights, by name, as plain data. */
export interface RunIdentity {
  readonly model: Readonly<Record<string, unknown>>;
  readonly data: Readonly<Record<string, unknown>>;
  readonly recipe: Readonly<Record<string, unknown>>;
}

/** The identity of what a plan is about to do. */
export function runIdentity(plan: Plan): RunIdentity {
  const { train, trainVal, testVal, options, seed, batchSize, gradientAccumulation, optimizer } = plan;
  const { loss = "crossEntropy", learningRate = 3e-4 } = options;
  const { classWeights = null, labelSmoothing = 0, l2 = 0, clipNorm = null, clipValue = null } = options;
  return {
    model: modelIdentity(plan),
    data: {
      train: dataIdentity(train),
      trainVal: trainVal ? dataIdentity(trainVal) : null,
      testVal: testVal ? dataIdentity(testVal) : null,
    },
    recipe: {
      ...{ seed, batchSize, gradientAccumulation, optimizer },
      // Of a schedule, the rates themselves; they may depend on the number of epochs.
      learningRate: typeof learningRate === "number" ? learningRate : ratesOf(plan),
      loss: typeof loss === "function" ? `function ${loss.name}` : loss,
      ...{ classWeights, labelSmoothing, l2, clipNorm, clipValue },
      validationSplit: options.validationSplit ?? null,
      trainErrorSamples: plan.trainErrorSamples,
      earlyStopping: plan.earlyStopping ?? null,
      augment: options.augment !== undefined,
    },
  };
}

function ratesOf({ rate, steps }: Plan): Record<string, unknown> {
  const rates = Array.from({ length: ratesLooked }, (_, i) =>
    rate(Math.round((i * (steps - 1)) / (ratesLooked - 1)), steps),
  );
  return { updates: steps, rates };
}

function modelIdentity({ model }: Plan): Record<string, unknown> {
  return {
    parameters: model.countParams(),
    weights: model.weights.map(
      (weight) => `[${weight.shape.join(", ")}]${weight.trainable ? "" : " frozen"}`,
    ),
    layers: checksumOf(architectureOf(model)),
  };
}

/**
 * A model's layers and their settings. Names do not count: tfjs numbers them through, so that the same model made
 * twice in a process has others.
 */
function architectureOf(model: Plan["model"]): string {
  const names = new Map(layersWithin(model).map(({ name }, i) => [name, `#${i}`]));
  return JSON.stringify(model.toJSON(null, false), (key, value: unknown) => {
    if (key === "name") return undefined;
    return typeof value === "string" ? (names.get(value) ?? value) : value;
  });
}

function dataIdentity(dataset: Dataset): Record<string, unknown> {
  const { size, shape, classes, labels } = dataset;
  const rows = Uint32Array.from({ length: Math.min(looked, size) }, (_, i, count = Math.min(looked, size)) =>
    Math.floor((i * size) / count),
  );
  const { x } = dataset.batch(rows);
  return {
    ...{ samples: size, shape: [...shape], classes: [...classes] },
    labels: checksumOf(new Uint8Array(Int32Array.from(labels).buffer)),
    pixels: checksumOf(new Uint8Array(x.buffer, x.byteOffset, x.byteLength)),
  };
}

function checksumOf(content: string | Uint8Array): string {
  return crc32(content).toString(16).padStart(8, "0");
}
