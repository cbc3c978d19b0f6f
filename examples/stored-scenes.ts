// LeNet on a data set that lies on disk, and its predictions beside it.
//
//   npx deep-pessimist data scenes --name night-shift --out night-shift
//   npx tsx examples/stored-scenes.ts night-shift
//   npx deep-pessimist data look night-shift --log runs/night-shift/testVal.parquet
//   npx deep-pessimist decompose runs/night-shift/*.parquet

import { basename, join } from "node:path";
import { backend, data, decomposition, models, training } from "deep-pessimist";

const folder = process.argv[2];
if (!folder) throw new Error("Say which data set: npx tsx examples/stored-scenes.ts night-shift");
const epochs = Number(process.env.EPOCHS ?? 10);

console.log((await backend.start({ quiet: true })).summary);

// Read once, then kept: 30 MB. What is larger than memory is left on disk, and batches read it from there.
const stored = await data.openDataSet(folder);
const splits = Object.entries(stored).map(([name, split]) => [name, data.keepInMemory(split)] as const);
const { train, trainVal, testVal } = Object.fromEntries(splits);
if (train === undefined)
  throw new Error(`${folder} has no split "train", only ${Object.keys(stored).join(", ")}.`);

const model = models.leNet({
  inputShape: [...train.shape] as [number, number, number],
  classes: train.classes.length,
});
await training.fit(model, train, {
  epochs,
  ...(trainVal && { trainVal }),
  ...(testVal && { testVal }),
  onEpoch: ({ epochs }) => {
    const { epoch, train, trainVal, testVal } = epochs.at(-1)!;
    const errors = Object.entries({ train, trainVal, testVal })
      .filter(([, scores]) => scores !== undefined)
      .map(([name, scores]) => `${name} ${(100 * scores!.error).toFixed(1)} %`);
    console.log(`epoch ${epoch}: error ${errors.join(", ")}`);
  },
});

const results = join("runs", basename(folder));
for (const [split, dataset] of splits) {
  const log = await training.predictions(model, dataset, { split, run: basename(folder), seed: 0 });
  await decomposition.writePredictionLog(join(results, `${split}.parquet`), log);
}
console.log(`The predictions are in ${results}`);
