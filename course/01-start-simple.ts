// %% [markdown]
// # 01 · Start simple
//
// **The question.** What is the simplest thing that could work, and how good is it really?
//
// **Afterwards you can**
//
// - set up a problem so that success can be measured: a test set, one metric, a target, baselines without learning;
// - train a first network, for images or for sequences, by a recipe that is known to be right, so that what fails
//   afterwards is not the recipe;
// - split its test error into five parts, with intervals, and say which part to work on, or that the data cannot say.
//
// **You need** notebook [00](00-start-here.ipynb).
//
// **Minutes:** 9, of which the cells compute for one.

// %%
import * as dfd from "danfojs-node";
import { backend, course, data, debugging, decomposition, models, plots, training } from "../lib";

const report = await backend.start();
console.log(report.summary);

// %% [markdown]
// ## The problem, made simple
//
// A car drives through a street. Its camera asks one question: **is there a person?** The real problem has millions of
// images, all weathers, people far away and half hidden. We start with a problem that keeps the question and drops
// the rest: 10,000 synthetic images of 32 × 32 pixels, always the same number of things in them, two classes, one half
// each. It trains in half a minute, so a mistake costs half a minute.
//
// There are **four** splits. `train` and `trainVal` come from the same distribution: streets by day. `testVal` and
// `test` come from where the model will be used, and there it is sometimes night, and shop windows and wet roads
// reflect. Two validation sets look like a luxury; at the end of this notebook they will pay.

// %%
const seed = course.seed();
const { train, trainVal, testVal, test } = data.simplifiedScenes({ seed });

await plots.show(plots.plotImageGrid(train, { title: "train: streets by day" }));
await plots.show(plots.plotImageGrid(test, { title: "test: nights and reflections, too" }));

// %% [markdown]
// Look at them for a minute. Could *you* answer the question for each? Where you hesitate, write down why: a coat on a
// stand, a poster, a person behind a car. The network will stumble at the same places, and at others.
//
// ## One metric, one target, and baselines
//
// **Metric:** the share of wrong answers, called *error*. One number, so that any two runs can be ordered.
//
// **Target:** an error of 5 % on the test set. A target turns "is it good?" into a question with an answer.
//
// **Baselines:** what can be had without a network. The majority class has learnt nothing at all; the nearest class mean
// compares each picture with an average one; the logistic regression weighs pixels. A network that does not beat them
// was not worth its trouble, whatever its loss curve looks like.
//
// Because the scenes are made, we also know something that nobody knows of real data: the **irreducible** error. In
// some images a figure could be a person or not; no classifier can do better than the figure's own odds.

// %%
const target = 0.05;
const baselines = await models.baselines(train, test);
const irreducible = data.bayesError(test);

const percent = (rate: number) => `${(100 * rate).toFixed(1)} %`;
for (const { name, error } of baselines) console.log(`${name}: ${percent(error)}`);
console.log(`target ${percent(target)}, irreducible ${percent(irreducible)}`);
course.claim("best baseline", baselines.at(-1)!.error, { between: [0.27, 0.4], as: "percent" });

// %% [markdown]
// So {{best baseline}} can be had by weighing pixels. Between that and one percent lies what a network may add.
//
// > **Commit to a prediction.** LeNet, 6,000 images, eight epochs. Between which two numbers will its error on `test`
// > be? Write `{ between: [0.1, 0.2], sure: 0.8 }`, with your own numbers. And which part of that error will be the
// > largest: `"avoidableBias"`, `"variance"` or `"distributionShift"`?

// %%
await course.predict("01.1", {});

// %%
await course.predict("01.2", {});

// %% [markdown]
// ## The default recipe
//
// LeNet; ReLU, with He's initialization, which was made for it; Adam with learning rate 3e-4; inputs scaled to −1…1;
// no regularization of any kind, no augmentation, no schedule. Each of these is a decision that somebody else has
// tried ten thousand times. You may change them all later, one at a time.
//
// You need not remember it: `startSimple` looks at the data and says what it would take, and why.

// %%
const start = models.startSimple(train, { seed });
console.log(start.why.join("\n"));

// %% [markdown]
// Before training, one question with a known answer: among two classes, an untrained network should do as badly as a
// coin, with a loss of ln 2 = 0.693.

// %%
const untrained = await training.evaluate(start.model, train);
console.log(debugging.checkInitialLoss(untrained.loss, 2));
course.claim("untrained loss", untrained.loss, { between: [0.66, 0.85] });

// %% [markdown]
// An empty list: nothing to complain of, with a loss of {{untrained loss}} before the first step. It is a little above 0.693,
// because an untrained network has opinions, too: they are small, and they are wrong.
//
// Now train. The curve moves while it learns; the training error is measured after each epoch in evaluation mode, as
// the validation errors are, so that their differences mean something.

// %%
const onEpoch = plots.liveLearningCurve();
const history = await training.fit(start.model, train, {
  ...start.recipe,
  epochs: 8,
  seed,
  trainVal,
  testVal,
  onEpoch,
});

// %% [markdown]
// Every number of that picture is in `history`. A table shows them better than a curve can.

// %%
const table = history.epochs.map(({ epoch, runningLoss, train, trainVal, testVal }) => ({
  epoch,
  loss: Number(runningLoss.toFixed(3)),
  train: percent(train.error),
  trainVal: percent(trainVal!.error),
  testVal: percent(testVal!.error),
}));
new dfd.DataFrame(table);

// %% [markdown]
// ## Where does the error come from?
//
// Only now do we touch the test set, once. What the model says of every image goes into a **prediction log**, one for
// each split, and everything below is computed from those logs alone.
//
// The test error is a sum:
//
// | part | is the difference between | means |
// |---|---|---|
// | irreducible | | nobody could do better |
// | avoidable bias | train and irreducible | the model does not even fit what it has seen |
// | variance | trainVal and train | it fits what it has seen better than what it has not |
// | distribution shift | testVal and trainVal | the world is not like the training set |
// | validation overfitting | test and testVal | we have chosen by `testVal` for too long |

// %%
const logOf = (split: string, dataset: typeof test) =>
  training.predictions(start.model, dataset, { split, seed });
const testLog = await logOf("test", test);
const logs = [
  await logOf("train", train),
  await logOf("trainVal", trainVal),
  await logOf("testVal", testVal),
  testLog,
];
const ladder = decomposition.ladderFromLogs(logs, { irreducible, trainSize: train.size });
const parts = decomposition.decomposeError(ladder);
await plots.show(plots.plotErrorDecomposition(parts));

// %%
const testError = parts.rungs.find(({ name }) => name === "test")!.estimate;
course.claim("test error", testError, { between: [0.15, 0.3], as: "percent" });
await course.score("01.1", testError);

// %%
const reducible = parts.terms.filter(({ name }) => name !== "irreducible");
const [largest] = reducible.sort((a, b) => b.estimate - a.estimate);
await course.score("01.2", largest!.name);

// %% [markdown]
// LeNet errs on {{test error}} of the test images. That is better than any baseline, and far from the target.
//
// Read the whiskers before the bars. Each bar is an estimate from a finite number of images, and its interval says
// which other values the same images would allow. A part whose interval holds zero may be nothing at all: with 1,250
// test images, a validation overfitting of one point is not to be told from none.
//
// Most people guess the error on `trainVal` well and the one on `test` badly, because nothing in a training run hints at
// the shift. Without the second validation set the same gap would have been called "overfitting", and a week would have
// gone into dropout.
//
// ## A sequence instead of an image
//
// The same steps serve other data. Here are people at a kerb, seen for 10 to 50 moments each: where they are along and
// across the road, how fast they walk, how far their head is turned to the traffic. **Will this one cross?** It is told
// by the *order* of slowing down and looking, which no average of the moments holds.
//
// The recipe for a sequence is one layer of LSTM, which reads moment after moment and remembers. First the baselines
// again; this time one of them is a rule of thumb that an attentive driver could give: who slows down before the last look
// will cross.

// %%
const people = data.makeTrajectories(5_000, { length: [10, 50], seed });
const kerb = data.splitDataset(people, { fractions: { train: 0.8, test: 0.2 }, seed });
const rules = await models.baselines(kerb.train, kerb.test);
for (const { name, error } of rules) console.log(`${name}: ${percent(error)}`);
course.claim("rule of thumb", rules.at(-1)!.error, { between: [0.08, 0.2], as: "percent" });

// %% [markdown]
// Weighing the moments is no better than a coin; the rule errs on {{rule of thumb}}.
//
// > **Commit to a prediction.** Will the LSTM be `"better"` than the rule, `"worse"`, or can 1,000 people not tell
// > (`"cannot tell"`)?

// %%
await course.predict("01.3", {});

// %%
const lstm = models.lstm({ inputShape: people.shape, classes: 2, units: 32, seed });
const learnt = await training.fit(lstm, kerb.train, {
  epochs: 10,
  learningRate: 3e-3,
  seed,
  trainVal: kerb.test,
});
await plots.show(plots.plotLearningCurve(learnt));

// %%
const said = await training.predictions(lstm, kerb.test, { split: "test", seed });
const complaints = debugging.checkBaselines(said, [rules.at(-1)!.log]);
const verdict = { error: "worse", warning: "cannot tell", note: "cannot tell", none: "better" };
course.claim("LSTM's error", learnt.epochs.at(-1)!.trainVal!.error, {
  between: [0.015, 0.12],
  as: "percent",
});
await course.score("01.3", verdict[complaints[0]?.severity ?? "none"]);

// %% [markdown]
// {{LSTM's error}} against {{rule of thumb}}. Look at the curve once more: for a few epochs it learns nothing that
// shows, and then all at once. Whoever had stopped at the third epoch, because "it does not work", would have been wrong;
// whoever had not known the baselines would have been glad of an error of 20 %.
//
// ## A cell that fails on purpose
//
// Which split was it that had too few samples? Here is one with none. Read the message aloud.

// %% tags=["raises-exception"]
const nothing = data.subset(test, []);
await training.evaluate(start.model, nothing);

// %% [markdown]
// What came, what was expected, what to type. Training on an empty set would otherwise give a loss of NaN, and NaN is
// silent.
//
// ## What did you know?

// %%
await plots.show(await course.plotPredictions("01"));

// %% [markdown]
// ## Take-aways
//
// - Simplify until a run costs a minute; keep the question.
// - A test set, one metric, a target, baselines: before the first network, not after it.
// - Adam 3e-4, ReLU and He, scaled inputs, nothing else. LeNet for images, one LSTM layer for sequences.
// - Differences between errors are what tells you what to do, and each has an interval.
//
// ## Exercises

// %%
course.exercise("01.1").check();

// %%
course.exercise("01.2").check();

// %%
course.exercise("01.3").check();

// %% [markdown]
// Two to try without a check: train on a tenth of the images, `data.subset(train, …)` with the first 600, and predict first
// whether bias or variance will grow. Train with `epochs: 3`; which part of the sum grows now, and why that one?
//
// Tidy up: {{tensors left}} tensors are left after this cell.

// %%
import * as tf from "@tensorflow/tfjs";

tf.disposeVariables();
course.claim("tensors left", tf.memory().numTensors, { between: [0, 0] });

// %% [markdown]
// **Sources.** J. Tobin, *Troubleshooting Deep Neural Networks*, Full Stack Deep Learning (2021), for the recipe and
// the sum. D. Kingma and J. Ba, *Adam* (2015). K. He et al., *Delving Deep into Rectifiers* (2015). S. Hochreiter and J.
// Schmidhuber, *Long Short-Term Memory* (1997). R. Newcombe, *Interval Estimation for the Difference Between Independent
// Proportions* (1998), for the whiskers.
//
// Next: [02 · Get it to run](02-get-it-to-run.ipynb)
