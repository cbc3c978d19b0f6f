// The whole thread once: data, model, doctor, training, decomposition, picture.
//
//   npx tsx examples/scenes.ts [folder for the results, default runs/scenes]
//
// It leaves four prediction logs behind, which the command line reads too:
//
//   npx deep-pessimist decompose runs/scenes/*.parquet

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { backend, data, debugging, decomposition, models, plots, training } from "deep-pessimist";

const folder = process.argv[2] ?? "runs/scenes";
const samples = Number(process.env.SAMPLES ?? 10_000);
const epochs = Number(process.env.EPOCHS ?? 12);
await mkdir(folder, { recursive: true });

console.log((await backend.start({ quiet: true })).summary);

// Is there a person in the street? Training images are by day, the test images also by night.
const { train, trainVal, testVal, test } = data.simplifiedScenes({ samples });
const { className, error } = models.majorityClass(train, test);
console.log(`Without learning, always "${className}": error ${(100 * error).toFixed(1)} %`);

// Pessimism first: is the program right?
const model = models.leNet({ classes: train.classes.length });
const { x, y } = training.toTensors(train);
const diagnosis = await debugging.diagnose({
  model,
  optimizer: "adam",
  loss: "categoricalCrossentropy",
  train: { x, y },
});
x.dispose();
y.dispose();
console.log(debugging.formatDiagnosis(diagnosis));

const history = await training.fit(model, train, {
  epochs,
  trainVal,
  testVal,
  onEpoch: ({ epochs }) => {
    const { epoch, train, trainVal, testVal } = epochs.at(-1)!;
    const errors = [train, trainVal!, testVal!].map((split) => `${(100 * split.error).toFixed(1)} %`);
    console.log(`epoch ${epoch}: error train ${errors[0]}, trainVal ${errors[1]}, testVal ${errors[2]}`);
  },
});

// What the model says of each image, kept: every analysis of its errors reads these files.
const splits = { train, trainVal, testVal, test };
const logs = await Promise.all(
  Object.entries(splits).map(([split, dataset]) =>
    training.predictions(model, dataset, { split, run: "scenes", seed: 0 }),
  ),
);
await Promise.all(
  logs.map((log) => decomposition.writePredictionLog(join(folder, `${log.split}.parquet`), log)),
);

// Where does the error come from?
const ladder = decomposition.ladderFromLogs(logs, {
  irreducible: data.bayesError(test),
  trainSize: train.size,
});
const figures = {
  "learning-curve": plots.plotLearningCurve(history),
  "error-decomposition": plots.plotErrorDecomposition(decomposition.decomposeError(ladder)),
};
for (const [name, figure] of Object.entries(figures)) {
  await writeFile(join(folder, `${name}.svg`), await plots.figureToSvg(figure));
  console.log(`${join(folder, `${name}.svg`)}: ${figure.reading}`);
}
