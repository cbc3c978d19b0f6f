// One LSTM layer on sequences of your own: a table with a row for each step, where a column says whose step it is.
//
//   npx tsx examples/own-sequence.ts path/to/table.csv
//
// None at hand? `npx tsx examples/sample-files.ts` writes runs/walks.csv, whose columns are named below.

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
if (!file) throw new Error("Say which file: npx tsx examples/own-sequence.ts path/to/table.csv");
const epochs = Number(process.env.EPOCHS ?? 12);

console.log((await backend.start({ quiet: true })).summary);

// Sequences of any length: shorter ones are padded with zeros to the longest, and the network skips those.
const walks = await data.sequencesFromTable(file, { sequence: "person", order: "time", label: "answer" });
const { train, trainVal, test } = data.splitDataset(walks, {
  fractions: { train: 0.6, trainVal: 0.2, test: 0.2 },
});
const [steps, features] = walks.shape;
console.log(
  `${walks.size} sequences of ${Math.min(...walks.lengths!)} to ${steps} steps, ${features} numbers each\n`,
);

// The numbers to beat, by rules that cannot remember; and the plainest network that can.
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

// Ten times the usual rate, for a run of seconds.
const history = await training.fit(model, normalize(train), {
  ...recipe,
  learningRate: 10 * recipe.learningRate,
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
