// LeNet on your own images: a folder with one sub-folder a class, PNG or JPEG of any size.
//
//   npx tsx examples/own-images.ts path/to/folder                               trains, and says where the error is
//   IMAGES=path/to/folder npx deep-pessimist doctor examples/own-images.ts      examines the program

import { fileURLToPath } from "node:url";
import { backend, data, type debugging, decomposition, models, training } from "deep-pessimist";

const imageSize = 32;
const runDirectly = process.argv[1] === fileURLToPath(import.meta.url);

const folder = runDirectly ? process.argv[2] : process.env.IMAGES;
if (!folder)
  throw new Error(
    runDirectly
      ? "Say which folder: npx tsx examples/own-images.ts path/to/folder"
      : "Say which folder: IMAGES=path/to/folder npx deep-pessimist doctor examples/own-images.ts",
  );

async function splitsOf(path: string, seed: number) {
  const images = await data.imagesFromFolder(path, { imageSize });
  return data.splitDataset(images, { fractions: { train: 0.6, trainVal: 0.2, test: 0.2 }, seed });
}

export default async function ownImages(seed: number): Promise<debugging.TrainingProgram> {
  const { train, trainVal } = await splitsOf(folder!, seed);
  return {
    model: models.leNet({ inputShape: [imageSize, imageSize, 3], classes: train.classes.length, seed }),
    optimizer: "adam",
    loss: "categoricalCrossentropy",
    train: training.toTensors(train),
    validation: training.toTensors(trainVal),
  };
}

async function trainAndDecompose(path: string): Promise<void> {
  console.log((await backend.start({ quiet: true })).summary);
  const { train, trainVal, test } = await splitsOf(path, 0);
  console.log(`${train.size} images to train on, classes ${train.classes.join(", ")}`);

  const baseline = models.majorityClass(train, test);
  console.log(`Always "${baseline.className}": error ${percent(baseline.error)}`);

  const model = models.leNet({ inputShape: [imageSize, imageSize, 3], classes: train.classes.length });
  await training.fit(model, train, {
    epochs: 20,
    trainVal,
    onEpoch: ({ epochs }) => {
      const { epoch, train, trainVal } = epochs.at(-1)!;
      console.log(
        `epoch ${epoch}: error train ${percent(train.error)}, trainVal ${percent(trainVal!.error)}`,
      );
    },
  });

  // One distribution only, so the second validation set is left out: shift and overfitting to it cannot be told apart.
  const logs = await Promise.all([
    training.predictions(model, train, { split: "train" }),
    training.predictions(model, trainVal, { split: "trainVal" }),
    training.predictions(model, test, { split: "test" }),
  ]);
  const ladder = decomposition.ladderFromLogs(logs, { irreducible: 0, trainSize: train.size });
  for (const { name, estimate, low, high } of decomposition.decomposeError(ladder).terms)
    console.log(`${name.padEnd(22)} ${percent(estimate).padStart(7)}  (${percent(low)} to ${percent(high)})`);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

if (runDirectly) await trainAndDecompose(folder);
