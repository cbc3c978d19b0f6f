// %% [markdown]
// # 01 · Start simple
//
// **The question.** What is the simplest thing that could work, and how good is it really?
//
// After this notebook you can
//
// - set up a problem so that success can be measured: a test set, one metric, a target, a baseline without learning;
// - train a first network by a recipe that is known to be right, so that what fails afterwards is not the recipe;
// - split its test error into five parts, with intervals, and say which part to work on, or that the data cannot say.
//
// You need notebook 00. The cells compute for about a minute and a half; read them for fifteen.

// %%
import * as dfd from "danfojs-node";
import { backend, data, debugging, decomposition, models, plots, training } from "../lib";

const report = await backend.start();
console.log(report.summary);

// %% [markdown]
// ## The problem, made simple
//
// A car drives through a street. Its camera asks one question: **is there a person?** The real problem has millions of
// images, all weathers, people far away and half hidden. We start with a problem that keeps the question and drops
// the rest: 10,000 synthetic images of 32 × 32 pixels, always the same number of things in them, two classes, one half
// each. It trains in a minute, so a mistake costs a minute.
//
// There are **four** splits. `train` and `trainVal` come from the same distribution: streets by day. `testVal` and
// `test` come from where the model will be used, and there it is sometimes night, and shop windows and wet roads
// reflect. Two validation sets look like a luxury; at the end of this notebook they will pay.

// %%
const seed = 0;
const { train, trainVal, testVal, test } = data.simplifiedScenes({ seed });

await plots.show(plots.plotImageGrid(train, { title: "train: streets by day" }));
await plots.show(plots.plotImageGrid(test, { title: "test: nights and reflections, too" }));

// %% [markdown]
// Look at them for a minute. Could *you* answer the question for each? Where you hesitate, write down why: a coat on a
// stand, a poster, a person behind a car. The network will stumble at the same places, and at others.
//
// ## One metric, one target, one baseline
//
// **Metric:** the share of wrong answers, called *error*. One number, so that any two runs can be ordered.
//
// **Target:** an error of 5 % on the test set. A target turns "is it good?" into a question with an answer.
//
// **Baseline:** the best answer without learning. It always says the commonest class. A network that does not beat it
// has learnt nothing, whatever its loss curve looks like.
//
// Because the scenes are made, we also know something that nobody knows of real data: the **irreducible** error. In
// some images a figure could be a person or not; no classifier can do better than the figure's own odds.

// %%
const target = 0.05;
const baseline = models.majorityClass(train, test);
const irreducible = data.bayesError(test);

const percent = (rate: number) => `${(100 * rate).toFixed(1)} %`;
console.log(
  `target ${percent(target)}, baseline ${percent(baseline.error)}, irreducible ${percent(irreducible)}`,
);

// %% [markdown]
// > **Commit to a prediction.** LeNet, 6,000 images, ten epochs: what will the error be on `train`, on `trainVal`, on
// > `test`? How sure are you that `test` is below the target?
//
// ## The default recipe
//
// LeNet; ReLU, with He's initialization, which was made for it; Adam with learning rate 3e-4; inputs scaled to −1…1;
// no regularization of any kind, no augmentation, no schedule. Each of these is a decision that somebody else has
// tried ten thousand times. You may change them all later, one at a time.
//
// Before training, one question with a known answer: among two classes, an untrained network should do as badly as a
// coin, with a loss of ln 2 = 0.693.

// %%
const model = models.leNet({ inputShape: [32, 32, 3], classes: 2, seed });

const untrained = await training.evaluate(model, train);
console.log(`untrained loss ${untrained.loss.toFixed(3)}, expected about ${Math.log(2).toFixed(3)}`);
console.log(debugging.checkInitialLoss(untrained.loss, 2));

// %% [markdown]
// An empty list: nothing to complain of. Now train. The curve moves while it learns; the training error is measured
// after each epoch in evaluation mode, as the validation errors are, so that their differences mean something.

// %%
const onEpoch = plots.liveLearningCurve();
const history = await training.fit(model, train, {
  epochs: 10,
  learningRate: 3e-4,
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
const logs = [
  training.predictions(model, train, { split: "train", seed }),
  training.predictions(model, trainVal, { split: "trainVal", seed }),
  training.predictions(model, testVal, { split: "testVal", seed }),
  training.predictions(model, test, { split: "test", seed }),
];
const ladder = decomposition.ladderFromLogs(await Promise.all(logs), { irreducible, trainSize: train.size });
const parts = decomposition.decomposeError(ladder);
await plots.show(plots.plotErrorDecomposition(parts));

// %% [markdown]
// Read the whiskers before the bars. Each bar is an estimate from a finite number of images, and its interval says
// which other values the same images would allow. A part whose interval holds zero may be nothing at all: with 1,250
// test images, a validation overfitting of one point is not to be told from none.
//
// Compare with your prediction. Most people guess the error on `trainVal` well and the one on `test` badly, because
// nothing in a training run hints at the shift. Without the second validation set the same gap would have been called
// "overfitting", and a week would have gone into dropout.
//
// ## A cell that fails on purpose
//
// Which split was it that had too few samples? Here is one with none. Read the message aloud.

// %% tags=["raises-exception"]
const nothing = data.subset(test, []);
await training.evaluate(model, nothing);

// %% [markdown]
// What came, what was expected, what to type. Training on an empty set would otherwise give a loss of NaN, and NaN is
// silent.
//
// ## Take-aways
//
// - Simplify until a run costs a minute; keep the question.
// - A test set, one metric, a target, a baseline: before the first network, not after it.
// - Adam 3e-4, ReLU and He, scaled inputs, nothing else. First show that it learns.
// - Differences between errors are what tells you what to do, and each has an interval.
//
// ## Exercises
//
// - ★ Train with `epochs: 3`. Which part of the sum grows, and why that one?
// - ★★ Train on a tenth of the images: `data.subset(train, …)` with the first 600. Predict first: bias or variance?
// - ★★★ How many test images would it take to tell a validation overfitting of one point from none? Look into `parts`.
//
// **Sources.** J. Tobin, *Troubleshooting Deep Neural Networks*, Full Stack Deep Learning (2021), for the recipe and
// the sum. D. Kingma and J. Ba, *Adam* (2015). K. He et al., *Delving Deep into Rectifiers* (2015). R. Newcombe,
// *Interval Estimation for the Difference Between Independent Proportions* (1998), for the whiskers.
