// %% [markdown]
// # 11 · Hyperparameter search
//
// **The question.** There are a dozen knobs. Which ones matter, and how do I set them without trying for ever?
//
// **Afterwards you can**
//
// - say what a search may cost, and what its best result is worth, before you start one;
// - choose between trying by hand, grid, random, coarse-to-fine and Bayesian search, and stop hopeless trainings early;
// - find out which hyperparameters matter, and leave the others alone.
//
// **You need** notebook [01](01-start-simple.ipynb), and a model without bugs: a search tunes bugs as gladly as networks.
//
// **Minutes:** 8, of which the cells compute for one.

// %%
import { backend, course, data, models, plots, search, training } from "../lib";

const report = await backend.start();
console.log(report.summary);

// %% [markdown]
// ## A search is an experiment, and experiments are repeated
//
// Whoever tunes a network sees one search, once. It ends well or badly, and nobody can say whether that was the method or luck. So
// here is a problem on which a training costs no time: a small network for digits was trained with 2,160 configurations, five
// seeds each, and every result was written down. Looking up is as good as training, and a hundred searches take a minute.
//
// Two numbers first. The **baseline**: what somebody gets who leaves everything at its usual place. And the **noise**: how much
// two trainings of one configuration differ, by nothing but the seed.

// %%
const seed = course.seed();
const benchmark = search.recordedBenchmark();
const layer = { units: 8, activation: "relu" } as const;
const usual = { ...layer, learningRate: 1e-3, optimizer: "adam", batchSize: 32, weightDecay: 1e-4 } as const;
const baseline = benchmark.evaluate(usual).error;
course.claim("baseline", baseline, { between: [0.66, 0.68], as: "percent" });

// %%
const percent = (rate: number) => `${(100 * rate).toFixed(1)} %`;
console.log(
  `usual ${percent(baseline)}, best ${percent(benchmark.best.error)}, noise ${percent(benchmark.noise)}`,
);
course.claim("best error", benchmark.best.error, { between: [0.166, 0.168], as: "percent" });

// %%
course.claim("noise", benchmark.noise, { between: [0.012, 0.014], as: "percent" });

// %% [markdown]
// The usual place errs on {{baseline}}, the best configuration of all on {{best error}}. Between them is what a search can win.
//
// The noise is {{noise}}, one standard deviation. Differences smaller than that are not to be seen with one training each; and the *best* of many
// trials looks better than it is, because it was lucky, too. So a winner is trained again before anybody believes in it.
//
// ## By hand
//
// The best searcher is somebody who knows the network well, watches each curve and draws conclusions. It needs no machinery. What
// it needs is that knowledge, and time. Three tries at the knob that is known to matter:

// %%
for (const learningRate of [1e-3, 1e-2, 1e-1]) {
  const { error } = benchmark.evaluate({ ...usual, learningRate });
  console.log(`learning rate ${learningRate}: ${percent(error)}`);
}

// %% [markdown]
// ## Which ones matter
//
// Eight hyperparameters. A hundred and twenty-eight configurations are spread evenly over all of them, and the variance of the
// results is shared out: how much of it goes with each one?
//
// > **Commit to a prediction.** Which one has the largest share: `"learningRate"`, `"units"`, `"batchSize"` or `"weightDecay"`?

// %%
await course.predict("11.1", {});

// %%
const spread = await search.createStudy({
  name: "spread",
  space: benchmark.space,
  sampler: search.sobol(),
  seed,
});
await spread.optimize(benchmark.objective, { trials: 128 });
const shares = search.sensitivity(spread);
await plots.show(plots.plotSensitivity(shares));

// %%
const first = shares.parameters[0]!.name;
course.claim("what matters most", first, { is: "learningRate" });
await course.score("11.1", first);

// %% [markdown]
// `{{what matters most}}`, and then a long way nothing. Note `logEvery`: it says how often a line is printed, and it does nothing at
// all. A table that gave it a large share would be wrong about the others as well; it is here as a control.
//
// So most of the knobs need no searching. Fix them at their usual places, and spend what you have on the few that matter.
//
// ## Five ways to search
//
// - **Grid:** all combinations of a few values. With three values for each of eight knobs it would take 6,561 trainings, so somebody who
//   has read the figure above lays it out: five learning rates, three sizes, two batches, and all else fixed.
// - **Random:** as many trials, each with a new value of *every* knob. No trial is wasted on a knob that does nothing.
// - **Coarse-to-fine:** random over wide ranges, then over narrower ones around what was good. The method of people in practice.
// - **Bayesian** (a Gaussian process): a model of the results so far says where it pays to look next.
// - **Random, stopped early** (Hyperband): most trainings show after a few epochs that they will not win. They are stopped, and
//   the epochs that they save go to more of them.
//
// Each may spend as many *epochs* as thirty whole trainings take, and each searches five times, with different seeds.
//
// > **Commit to a prediction.** Which is ahead at the end, in the median of its five searches: `"grid"`, `"random"`,
// > `"coarse-to-fine"`, `"Bayesian"` or `"stopped early"`?

// %%
await course.predict("11.2", {});

// %%
const layout = {
  ...{ learningRate: [1e-4, 1e-3, 1e-2, 0.1, 1], units: [4, 8, 32], batchSize: [8, 32] },
  ...{ optimizer: ["adam"], activation: ["relu"], weightDecay: [1e-3], logEvery: [1] },
};
const methods = {
  grid: () => ({ sampler: search.grid({ values: layout }) }),
  random: () => ({ sampler: search.random() }),
  "coarse-to-fine": () => ({ sampler: search.coarseToFine() }),
  Bayesian: () => ({ sampler: search.gaussianProcess() }),
  "stopped early": () => ({
    sampler: search.random(),
    pruner: search.hyperband({ maxSteps: benchmark.epochs, reduction: 3 }),
  }),
};
const rows = await search.raceMethods({ methods, trainings: 30, seeds: 5 });
await plots.show(plots.plotRace(rows));

// %%
const end = (method: string) => rows.find((row) => row.method === method)!.median.at(-1)!;
const [winner] = Object.keys(methods).sort((a, b) => end(a) - end(b));
course.claim("Bayesian ahead of random by", end("random") - end("Bayesian"), {
  between: [0.003, 0.02],
  as: "percent",
});
await course.score("11.2", winner!);

// %% [markdown]
// The line is how far the configuration that would be handed over is from the best that there is; the band holds half of the
// searches. The Gaussian process is ahead of random by {{Bayesian ahead of random by}} in the error, as large as the noise of a single training: a search
// sees such a difference on the average of many, and hardly ever once.
//
// The grid does well, too, and it is worth asking why. It was laid out with knowledge that the others do not have: which three knobs
// matter, and about where. A grid is as good as the knowledge behind it. Random search needs none, which is why one begins with it.
//
// Stopping early is nearly free, and it is the one thing that also works by hand: look at the curve after three epochs.
//
// ## On real training
//
// The same calls, with a training instead of a table. An objective takes the parameters and a seed, and returns an error. A small network
// on 600 digits, two knobs, twelve trials.

// %%
const digits = data.digits({ samples: 900, seed });
const { train, trainVal } = data.splitDataset(digits, { fractions: { train: 2 / 3, trainVal: 1 / 3 }, seed });

const study = await search.createStudy({
  name: "digits",
  space: search.space({
    learningRate: search.float(1e-5, 1e-1, { log: true }),
    units: search.int(8, 128, { log: true }),
  }),
  sampler: search.coarseToFine(),
  seed,
});

// %%
const best = await study.optimize(
  async ({ parameters: { learningRate, units }, seed }) => {
    const mlp = models.mlp({ inputShape: [28, 28, 1], classes: 10, units, seed });
    const { epochs } = await training.fit(mlp, train, { epochs: 3, learningRate, seed, trainVal });
    mlp.dispose();
    return epochs.at(-1)!.trainVal!.error;
  },
  { trials: 12 },
);
await plots.show(plots.plotOptimizationHistory(study));
course.claim("best of twelve", best!.value!, { between: [0.05, 0.35], as: "percent" });

// %% [markdown]
// The best of twelve errs on {{best of twelve}} of the images that it was *chosen* by, which flatters it. Its true error comes from images that no
// trial has seen, and from a second training with another seed.
//
// Before you believe the learning rate, look at where it lies. A best value at the border of its range says that the range was too
// narrow, and nothing else.

// %%
await plots.show(plots.plotSlice(study, ["learningRate"]));

// %% [markdown]
// ## A cell that fails on purpose
//
// A learning rate is searched in logarithms, and a logarithmic range cannot begin at 0. Read the message aloud.

// %% tags=["raises-exception"]
search.float(0, 0.1, { log: true });

// %% [markdown]
// What came, what was expected, what to type. From 0 to 0.1 *without* `log`, nine of ten trials would fall between 0.01 and 0.1, and the
// rates that work would hardly be tried.
//
// ## What did you know?

// %%
await plots.show(await course.plotPredictions("11"));

// %% [markdown]
// ## Take-aways
//
// - First no bugs, then the sum of the error, and only then a search.
// - The learning rate matters most; most knobs can stay where they are.
// - A grid is as good as the knowledge behind it; random needs none; a model of the results needs the fewest trials.
// - The best of many is partly luck: train it again, and score it on images that no trial has seen.
//
// ## Exercises

// %%
course.exercise("11.1").check();

// %%
course.exercise("11.2").check();

// %%
course.exercise("11.3").check();

// %%
course.exercise("11.4").check();

// %% [markdown]
// Tidy up: {{tensors left}} tensors are left after this cell.

// %%
import * as tf from "@tensorflow/tfjs";

tf.disposeVariables();
course.claim("tensors left", tf.memory().numTensors, { between: [0, 0] });

// %% [markdown]
// **Sources.** J. Tobin, *Troubleshooting Deep Neural Networks*, Full Stack Deep Learning (2021), on tuning. J. Bergstra and Y. Bengio, *Random
// Search for Hyper-Parameter Optimization* (2012). L. Li et al., *Hyperband* (2018). J. Snoek, H. Larochelle and R. Adams, *Practical Bayesian
// Optimization of Machine Learning Algorithms* (2012). A. Klein and F. Hutter, *Tabular Benchmarks for Joint Architecture and
// Hyperparameter Optimization* (2019).
