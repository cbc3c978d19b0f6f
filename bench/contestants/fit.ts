// What fit costs beyond its own step, and what a checkpoint costs. Prints one line of JSON. Usage: fit.ts ROUNDS
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { backend, core, data, models, training } from "deep-pessimist";

/** What bench/fit.ts reads. */
export interface FitFigures {
  ready: string;
  /** Seconds of the middle update, one pair a round: a machine that is busy for a moment moves it little. */
  rounds: { title: string; batchSize: number; bare: number; fit: number }[];
  checkpoint: { seconds: number[]; bytes: number; numbers: number };
}

const epochs = 7;

/** A network that is trained both ways. */
interface Work {
  readonly title: string;
  readonly shape: readonly number[];
  readonly samples: number;
  readonly batchSizes: readonly number[];
  build(): tf.LayersModel;
}

const [colour, digit] = [
  [32, 32, 3],
  [28, 28, 1],
] as const;
const works: readonly Work[] = [
  {
    ...{ title: "LeNet, 32 × 32 × 3", shape: colour, samples: 2048, batchSizes: [32, 128] },
    build: () => models.leNet({ inputShape: colour, classes: 10, seed: 0 }),
  },
  {
    ...{ title: "MLP 784-256-10", shape: digit, samples: 4096, batchSizes: [32] },
    build: () => models.mlp({ inputShape: digit, classes: 10, units: 256, seed: 0 }),
  },
];

function makeData(samples: number, shape: readonly number[]): core.Dataset {
  const random = core.randomSource(0);
  const numbers = samples * shape.reduce((product, side) => product * side, 1);
  return data.datasetFromArrays({
    ...{ shape, classes: Array.from({ length: 10 }, (_, c) => `class ${c}`) },
    x: Uint8Array.from({ length: numbers }, () => 256 * random()),
    labels: Int32Array.from({ length: samples }, () => core.integerBelow(10, random)),
  });
}

/** The middle update of the step that fit repeats, in a loop written out by hand. */
async function bareSeconds(build: Work["build"], train: core.Dataset, batchSize: number): Promise<number> {
  const model = build();
  const optimizer = training.makeOptimizer("adam", 3e-4);
  const step = training.trainStep(model, optimizer);
  const updates = new Stopwatch();
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = core.permutation(train.size, core.randomSource(0, epoch));
    updates.rest();
    for (let start = 0; start < train.size; start += batchSize) {
      const rows = order.subarray(start, start + batchSize);
      const x = training.toInput(train.batch(rows));
      const y = tf.tensor1d(
        Int32Array.from(rows, (row) => train.labels[row]!),
        "int32",
      );
      const loss = step(x, y);
      await loss.data();
      tf.dispose([x, y, loss]);
      updates.lap();
    }
  }
  model.dispose();
  optimizer.dispose();
  step.dispose();
  return updates.middle;
}

/** The same by fit; of scores, one sample, for scoring is work of its own. */
async function fitSeconds(build: Work["build"], train: core.Dataset, batchSize: number): Promise<number> {
  const model = build();
  const updates = new Stopwatch();
  await training.fit(model, train, {
    ...{ epochs, batchSize, trainErrorSamples: 1 },
    onStep: () => updates.lap(),
    onEpoch: () => updates.rest(),
  });
  model.dispose();
  return updates.middle;
}

/** Takes the time from one lap to the next. */
class Stopwatch {
  readonly #laps: number[] = [];
  #last: number | undefined;

  lap(): void {
    const now = performance.now();
    if (this.#last !== undefined) this.#laps.push((now - this.#last) / 1000);
    this.#last = now;
  }

  /** What comes before the next lap does not count. */
  rest(): void {
    this.#last = undefined;
  }

  get middle(): number {
    return this.#laps.sort((a, b) => a - b)[this.#laps.length >> 1]!;
  }
}

/** ResNet-18 with Adam: from the end of an update to the start of the next, with a checkpoint in between. */
async function checkpointFigures(): Promise<FitFigures["checkpoint"]> {
  const folder = mkdtempSync(join(tmpdir(), "deep-pessimist-bench-"));
  const model = models.resNet({ depth: 18, inputShape: [32, 32, 3], classes: 10 });
  const seconds: number[] = [];
  let ended: number | undefined;
  try {
    await training.fit(model, makeData(6, colour), {
      ...{ epochs: 1, batchSize: 1, checkpoint: { folder, every: 1 } },
      augment: (batch) => {
        if (ended !== undefined) seconds.push((performance.now() - ended) / 1000);
        return batch;
      },
      onStep: () => {
        ended = performance.now();
      },
    });
    const parameters = model.countParams();
    const trainable = model.trainableWeights.reduce(
      (sum, { shape }) => sum + shape.reduce((product: number, size) => product * size!, 1),
      0,
    );
    return {
      seconds,
      bytes: statSync(join(folder, "checkpoint.bin")).size,
      numbers: parameters + 2 * trainable,
    };
  } finally {
    model.dispose();
    rmSync(folder, { recursive: true });
  }
}

async function main(rounds: number): Promise<void> {
  const report = await backend.start({ quiet: true });
  const figures: FitFigures = {
    ready: `deep-pessimist, ${report.backend} ${report.version}, ${report.device}`,
    rounds: [],
    checkpoint: { seconds: [], bytes: 0, numbers: 0 },
  };
  for (const { title, shape, samples, batchSizes, build } of works) {
    const train = makeData(samples, shape);
    for (const batchSize of batchSizes)
      for (let round = 0; round < rounds; round++) {
        // In turn first and second: what comes first finds another machine than what comes next.
        const fitFirst = round % 2 === 1;
        const before = fitFirst ? await fitSeconds(build, train, batchSize) : undefined;
        const bare = await bareSeconds(build, train, batchSize);
        const fit = before ?? (await fitSeconds(build, train, batchSize));
        figures.rounds.push({ title, batchSize, bare, fit });
      }
  }
  figures.checkpoint = await checkpointFigures();
  console.log(JSON.stringify(figures));
}

main(Number(process.argv[2] ?? 7));
