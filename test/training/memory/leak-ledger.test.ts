import * as tf from "@tensorflow/tfjs";
import { describe, expect, test } from "vitest";
import { type BackendName, start } from "../../../lib/backend/index.js";
import * as training from "../../../lib/training/index.js";
import { temporaryFolder } from "../../backend/support/temporary-folder.js";
import { inMemory } from "../../support/in-memory.js";
import { ledger } from "./support/ledger.js";
import { keepingNetwork, mistake, throwingAt, train, trainVal, watched } from "./support/small-trainings.js";

/** How a piece of work on a model ends. */
type Work = (model: tf.LayersModel, compiled: boolean) => Promise<unknown>;

const fitting =
  (options: () => training.FitOptions, data = () => train): Work =>
  (model, compiled) =>
    training.fit(model, data(), { epochs: 4, batchSize: 16, trainVal, compiled, ...options() });

const failing =
  (work: Work): Work =>
  (...given) =>
    expect(work(...given)).rejects.toBe(mistake);

/** A signal that comes when `at` is first called. */
function aborting(options: (abort: () => void) => training.FitOptions): Work {
  return async (model, compiled) => {
    const controller = new AbortController();
    const more = { signal: controller.signal, ...options(() => controller.abort()) };
    expect(await fitting(() => more)(model, compiled)).toMatchObject({ stopped: "aborted" });
  };
}

const inMemoryTrain = () => inMemory(train);

const works: Record<string, Work> = {
  "a fit": fitting(() => ({})),
  "a fit with everything that it may keep": fitting(() => ({
    ...{ optimizer: "adamW", l2: 1e-3, clipNorm: 1, gradientAccumulation: 2, testVal: trainVal },
    earlyStopping: { watch: "trainVal", patience: 1 },
    checkpoint: { folder: temporaryFolder(), every: 1 },
  })),
  "a fit that takes all samples in at once": fitting(() => ({ gradientAccumulation: 2 }), inMemoryTrain),
  "an exception in onStep, all samples taken in": failing(
    fitting(() => ({ onStep: throwingAt(4) }), inMemoryTrain),
  ),
  "predictions and evaluate": async (model) => {
    await training.predictions(model, train, { split: "train", batchSize: 16 });
    await training.evaluate(model, train);
  },
  "an exception in onStep": failing(fitting(() => ({ onStep: throwingAt(4) }))),
  "an exception in onEpoch": failing(fitting(() => ({ onEpoch: throwingAt(2) }))),
  "an exception in augment": failing(
    fitting(() => {
      const before = throwingAt(4);
      return {
        augment: (batch) => {
          before();
          return batch;
        },
      };
    }),
  ),
  "an exception in the loss": failing(
    fitting(() => {
      const before = throwingAt(3);
      return {
        loss: (labels, output) => {
          const rows = tf.oneHot(labels as tf.Tensor1D, 3);
          before();
          return tf.losses.softmaxCrossEntropy(rows, output.log()) as tf.Scalar;
        },
      };
    }),
  ),
  "data that throw in an update": failing(
    fitting(
      () => ({}),
      () => watched(throwingAt(6)),
    ),
  ),
  "data that throw while scores are taken": failing(
    fitting(
      () => ({}),
      () => watched(throwingAt(8)),
    ),
  ),
  "data that throw in predictions": failing((model) =>
    training.predictions(model, watched(throwingAt(5)), { split: "train", batchSize: 16 }),
  ),
  "an abort between updates": aborting((abort) => ({
    onStep: ({ step }) => (step === 4 ? abort() : undefined),
  })),
  "an abort after an epoch": aborting((abort) => ({ onEpoch: abort })),
  "an abort before the first update": aborting((abort) => {
    abort();
    return {};
  }),
  "an abort of predictions": (model) =>
    expect(
      training.predictions(model, train, { split: "train", signal: AbortSignal.abort(mistake) }),
    ).rejects.toBe(mistake),
};

const engines: [name: string, backend: BackendName, compiled: boolean][] = [
  ["tensorflow, compiled", "tensorflow", true],
  ["tensorflow, op by op", "tensorflow", false],
  ["wasm", "wasm", false],
  ["cpu", "cpu", false],
];

describe.each(engines)("on %s all tensors and bytes are as they were after", (_, backend, compiled) => {
  test.each(Object.entries(works))("%s", async (_, work) => {
    await start({ backend, quiet: true });
    const model = keepingNetwork();
    tf.tidy(() => void model.predict(tf.zeros([1, 4]))); // writes the weights to the backend
    const before = ledger();
    await work(model, compiled);
    expect(ledger()).toEqual(before);
    model.dispose();
  });

  test.each([1, 2, 3, 4, 5, 6])("a step that throws at its run %i", async (nth) => {
    await start({ backend, quiet: true });
    const model = keepingNetwork(throwingAt(nth));
    tf.tidy(() => void model.predict(tf.zeros([1, 4])));
    const before = ledger();
    await expect(training.fit(model, train, { epochs: 12, batchSize: 16, compiled })).rejects.toBe(mistake);
    expect(ledger()).toEqual(before);
    model.dispose();
  });
});
