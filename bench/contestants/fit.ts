// What fit costs beyond its own step, and what a checkpoint costs. Prints one line of JSON. Usage: fit.ts ROUNDS
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { backend, core, models, training } from "deep-pessimist";

/** What bench/fit.ts reads. */
export interface FitFigures {
  ready: string;
  /** Seconds of the middle update, one pair a round: a machine that is busy for a moment moves it little. */
  rounds: { batchSize: number; bare: number; fit: number }[];
  checkpoint: { seconds: number[]; bytes: number; numbers: number };
}

const samples = 2048;
const epochs = 7;

function makeData(size: number): core.Dataset {
  const random = core.randomSource(0);
  const pixels = Uint8Array.from({ length: size * 3072 }, () => 256 * random());
  return {
    size,
    shape: [32, 32, 3],
    classes: Array.from({ length: 10 }, (_, c) => `class ${c}`),
    labels: Int32Array.from({ length: size }, () => core.integerBelow(10, random)),
    ids: Array.from({ length: size }, (_, i) => `sample ${i}`),
    tags: {},
    batch(rows) {
      const x = new Uint8Array(rows.length * 3072);
      for (let i = 0; i < rows.length; i++)
        x.set(pixels.subarray(rows[i]! * 3072, (rows[i]! + 1) * 3072), i * 3072);
      return { x, shape: [rows.length, 32, 32, 3] };
    },
  };
}

const leNet = () => models.leNet({ inputShape: [32, 32, 3], classes: 10, seed: 0 });

/** The middle update of the step that fit repeats, in a loop written out by hand. */
async function bareSeconds(data: core.Dataset, batchSize: number): Promise<number> {
  const model = leNet();
  const optimizer = training.makeOptimizer("adam", 3e-4);
  const step = training.trainStep(model, optimizer);
  const updates = new Stopwatch();
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = core.permutation(samples, core.randomSource(0, epoch));
    updates.rest();
    for (let start = 0; start < samples; start += batchSize) {
      const rows = order.subarray(start, start + batchSize);
      const x = training.toInput(data.batch(rows));
      const y = tf.tensor1d(
        Int32Array.from(rows, (row) => data.labels[row]!),
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
async function fitSeconds(data: core.Dataset, batchSize: number): Promise<number> {
  const model = leNet();
  const updates = new Stopwatch();
  await training.fit(model, data, {
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
    await training.fit(model, makeData(6), {
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
  const data = makeData(samples);
  const figures: FitFigures = {
    ready: `deep-pessimist, ${report.backend} ${report.version}, ${report.device}`,
    rounds: [],
    checkpoint: { seconds: [], bytes: 0, numbers: 0 },
  };
  for (const batchSize of [32, 128])
    for (let round = 0; round < rounds; round++) {
      // In turn first and second: what comes first finds another machine than what comes next.
      const fitFirst = round % 2 === 1;
      const before = fitFirst ? await fitSeconds(data, batchSize) : undefined;
      const bare = await bareSeconds(data, batchSize);
      figures.rounds.push({ batchSize, bare, fit: before ?? (await fitSeconds(data, batchSize)) });
    }
  figures.checkpoint = await checkpointFigures();
  console.log(JSON.stringify(figures));
}

main(Number(process.argv[2] ?? 7));
