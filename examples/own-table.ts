// A network on a table of your own: CSV or Parquet, a row for each sample, with numbers, names, and a column of classes.
//
//   npx tsx examples/own-table.ts path/to/table.csv
//
// None at hand? `npx tsx examples/sample-files.ts` writes runs/crossings.csv, whose columns are named below.

import {
  backend,
  data,
  debugging,
  decomposition,
  improvement,
  models,
  plots,
  training,
} from "deep-pessimist";

const file = process.argv[2];
if (!file) throw new Error("Say which file: npx tsx examples/own-table.ts path/to/table.csv");
const epochs = Number(process.env.EPOCHS ?? 30);

console.log((await backend.start({ quiet: true })).summary);

// What is to be predicted, and which of the other columns hold names rather than numbers.
const table = await data.datasetFromTable(file, {
  label: "answer",
  categories: ["light", "weather", "place"],
});
const { train, trainVal, test } = data.splitDataset(table, {
  fractions: { train: 0.6, trainVal: 0.2, test: 0.2 },
});
console.log(`${table.size} rows of ${table.shape[0]} features: ${table.classes.join(" or ")}?\n`);

// The numbers to beat, and the plainest network that could beat them.
const rules = await models.baselines(train, test);
for (const { name, error } of rules) console.log(`${name}: error ${(100 * error).toFixed(1)} %`);
const { model, recipe, normalize, why } = models.startSimple(train);
console.log(`\n${why.join("\n")}\n`);

// Pessimism first: is the program right?
const diagnosis = await debugging.diagnose(() => ({
  model,
  optimizer: "adam",
  loss: "categoricalCrossentropy",
  train: training.toTensors(normalize(train)),
}));
console.log(debugging.formatDiagnosis(diagnosis));

const history = await training.fit(model, normalize(train), {
  ...recipe,
  epochs,
  trainVal: normalize(trainVal),
  progress: true,
});

// Where does the error come from, is the network worth it, and what would help?
const logs = await Promise.all(
  Object.entries({ train, trainVal, test }).map(([split, dataset]) =>
    training.predictions(model, normalize(dataset), { split }),
  ),
);
const ladder = decomposition.ladderFromLogs(logs, { trainSize: train.size });
console.log();
await plots.show(plots.plotErrorDecomposition(decomposition.decomposeError(ladder)));

const baselines = rules.map(({ log }) => log);
for (const { title, evidence } of debugging.checkBaselines(logs.at(-1)!, baselines))
  console.log(`\n${title}: ${evidence}`);
console.log(`\n${improvement.formatNextSteps(improvement.suggestNextSteps({ logs, history }))}`);
