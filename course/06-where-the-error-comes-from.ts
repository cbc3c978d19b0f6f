// %% [markdown]
// # 06 · Where the error comes from
//
// **The question.** The network works, and its error is too high. What should I work on next?
//
// **Afterwards you can**
//
// - take a test error apart into five terms, and say which of them is the largest, or that the data cannot say;
// - explain why two validation sets are needed, and what a single one would have made you believe;
// - find the images in which the error sits, and turn all of this into an ordered list of things to do.
//
// **You need** notebooks [01](01-start-simple.ipynb) and [03](03-overfit-one-batch.ipynb).
//
// **Minutes:** 8, of which the cells compute for one.

// %%
import { backend, course, data, decomposition, improvement, models, plots, training } from "../lib";

const report = await backend.start();
console.log(report.summary);

// %% [markdown]
// ## A model that is used where it was not trained
//
// The street again, and a harder one: people are smaller, some stand behind something, some wear the colour of the wall.
// The camera drives by day while the data are collected, and by day *and by night* once the car is sold. So there
// are four sets: `train` and `trainVal` by day; `testVal` and `test` as it will be.
//
// The baseline first. Then LeNet, with the recipe of notebook 01 at three times its learning rate.

// %%
const seed = course.seed();
const { train, trainVal, testVal, test } = data.nightShiftScenes({ seed });
await plots.show(plots.plotImageGrid(testVal, { title: "testVal: by day and by night" }));

const irreducible = data.bayesError(test);
const baseline = models.majorityClass(train, test);
course.claim("baseline", baseline.error, { between: [0.46, 0.54], as: "percent" });

// %%
const leNet = models.leNet({ inputShape: train.shape, classes: 2, seed });
const history = await training.fit(leNet, train, { epochs: 8, learningRate: 1e-3, seed, trainVal, testVal });
await plots.show(plots.plotLearningCurve(history));

// %% [markdown]
// The baseline errs on {{baseline}}: a coin. The network does better, and here most people begin to *do* something. A larger
// network. Dropout. More data. Each of these is right in one situation and a waste of a week in another, and the curve
// above does not say which situation this is.
//
// > **Commit to a prediction.** Which term of the test error is the largest here: `"avoidableBias"`, `"variance"`,
// > `"distributionShift"` or `"validationOverfitting"`?

// %%
await course.predict("06.1", {});

// %% [markdown]
// ## The sum
//
// The error on `test` is a sum of differences, and each difference has one cause:
//
// test error = irreducible error + avoidable bias + variance + distribution shift + validation overfitting
//
// What makes it work is that each step from one set to the next changes *one* thing. From nobody's error to `train`: the model's
// own limits. From `train` to `trainVal`: the same streets by day, but new ones. From `trainVal` to `testVal`: new streets again, but
// now by night too. From `testVal` to `test`: nothing at all but that we have not looked at it yet.

// %%
const logOf = (split: string, dataset: typeof test) => training.predictions(leNet, dataset, { split, seed });
const logs = await Promise.all([
  logOf("train", train),
  logOf("trainVal", trainVal),
  logOf("testVal", testVal),
  logOf("test", test),
]);
const ladder = decomposition.ladderFromLogs(logs, { irreducible, trainSize: train.size });
const parts = decomposition.decomposeError(ladder);
await plots.show(plots.plotErrorDecomposition(parts));

// %%
const termOf = (name: string) => parts.terms.find((term) => term.name === name)!;
course.claim("distribution shift", termOf("distributionShift").estimate, {
  between: [0.01, 0.12],
  as: "percent",
});

const reducible = parts.terms.filter(({ name }) => name !== "irreducible");
const [largest] = reducible.sort((a, b) => b.estimate - a.estimate);
await course.score("06.1", largest!.name);

// %% [markdown]
// The shift costs {{distribution shift}} of the images, seed by seed. Look at the whiskers, too: where two of them overlap, the one bar is
// *not shown* to be larger than the other, however it looks.
//
// ## Why two validation sets
//
// Suppose that we had only `testVal`, as most projects do. Then bias stays what it is, and everything from `train` to `testVal` is one
// number. What would you call it? Everybody calls it overfitting, for this is what a gap between training and validation is
// called in every book. So dropout goes in, and weight decay; both take capacity from the days, and give nothing to the
// nights.

// %%
const rateOf = (name: string) => parts.rungs.find((rung) => rung.name === name)!.estimate;
const gap = rateOf("testVal") - rateOf("train");
const share = termOf("distributionShift").estimate / gap;
course.claim("share of the gap", share, { between: [0.04, 0.5], as: "percent" });

// %% [markdown]
// Of what would have been called overfitting, {{share of the gap}} is no such thing. A thousand images held back from the training
// distribution are the price of knowing.
//
// ## These 1,000 images cannot tell
//
// Now an honest question: what if the sets were smaller? Let us count errors on a tenth of the validation and test images.
// Nothing about the network changes.
//
// > **Commit to a prediction.** With a tenth of the images, will the shift's whole interval still lie above 0, or can these images
// > not tell: `"above 0"` or `"cannot tell"`?

// %%
await course.predict("06.2", {});

// %%
const first = (count: number, dataset: typeof test) =>
  data.subset(
    dataset,
    Array.from({ length: count }, (_, i) => i),
  );
const few = await Promise.all([
  logOf("train", train),
  logOf("trainVal", first(125, trainVal)),
  logOf("testVal", first(150, testVal)),
  logOf("test", first(125, test)),
]);
const fewRungs = decomposition.ladderFromLogs(few, { irreducible, trainSize: train.size });
const fromFew = decomposition.decomposeError(fewRungs);
console.log(fromFew.reading);
const shift = fromFew.terms.find(({ name }) => name === "distributionShift")!;
await course.score("06.2", shift.low > 0 ? "above 0" : "cannot tell");

// %%
const width = ({ terms }: typeof parts) => {
  const { low, high } = terms.find(({ name }) => name === "distributionShift")!;
  return high - low;
};
course.claim("times as wide", width(fromFew) / width(parts), { between: [2.4, 4.2] });

// %% [markdown]
// The intervals are {{times as wide}} times as wide: by the root of ten, as chance has it. The estimate of the shift moved by points as well,
// up or down, although the network and the world are the same. An interval that holds 0 says that the term may be nothing, and then
// the honest result is no list of things to do but a number of images to collect. This is the most useful sentence that an analysis can give:
// *these images cannot tell*. It saves the week that would have been spent on noise.
//
// ## In which images the error sits
//
// A term says *how much*. *Where* is a matter of slices: groups of images with something in common. `findSlices` goes through
// all combinations of up to three tags, keeps those that are worse than chance explains, and widens their intervals, because
// whoever looks at thousands of slices will find bad ones by luck.

// %%
const { person, bayesPosterior, mislabelled, contrast, ...tags } = logs[2]!.tags;
const slices = decomposition.findSlices({ ...logs[2]!, tags }, { count: 3 });
await plots.show(plots.plotSlices(slices));
course.claim("first slice's tag", slices.slices[0]?.conditions[0]?.tag, { is: "night" });

// %% [markdown]
// The first one is about {{first slice's tag}}, as it should be: this is how the data were made. In your own data nobody knows
// it beforehand, and this is the moment at which to look at the worst images, twenty of them, one by one.

// %%
await plots.show(plots.plotWorstErrors(testVal, logs[2]!, { images: 14 }));

// %% [markdown]
// Write down for each of them what *you* would have said, and what makes it hard: dark, small, hidden, or simply labelled wrongly. After twenty
// images the list has three or four words on it, and each of them is a hypothesis that the slices can confirm or refuse. An
// hour of looking is worth more than a week of tuning, and it is the hour that is left out most often. Only do it on `testVal`, never on
// `test`: what has been looked at is no longer a test.
//
// ## What to do next
//
// Sum, logs, history and slices together give an ordered list: what to do, what it may bring, and why this comes first. Among terms that
// may be equally large, the order is the lecture's: first under-fitting, then over-fitting, then the shift.

// %%
improvement.suggestNextSteps({ decomposition: parts, logs, history, slices }, { target: 0.05 });

// %% [markdown]
// Read the list from above, and begin at the top. Under each remedy stands why it is there, and what such a remedy has brought elsewhere,
// where anybody has published it. Where nobody has, it says so. Then change *one* thing, train again, and take the sum apart again:
// a remedy that works on the largest term makes another term the largest.
//
// ## A cell that fails on purpose
//
// A rate cannot be more than one. Somebody passes a percentage. Read the message aloud.

// %% tags=["raises-exception"]
decomposition.decomposeError({ irreducible: 1, train: 4.4, trainVal: 13, testVal: 20.1, test: 21.7 });

// %% [markdown]
// What came, what was expected, what to type. A sum of percentages would have *looked* right, with all of its intervals wrong.
//
// ## What did you know?

// %%
await plots.show(await course.plotPredictions("06"));

// %% [markdown]
// ## Take-aways
//
// - Test error is a sum of five terms, and each calls for another remedy.
// - Two validation sets tell variance from shift. One of them cannot.
// - A term whose interval holds 0 may be nothing: collect images, not opinions.
// - Slices say where; looking at single images says why.
//
// ## Exercises

// %%
course.exercise("06.1").check();

// %%
course.exercise("06.2").check();

// %%
course.exercise("06.3").check();

// %%
course.exercise("06.4").check();

// %% [markdown]
// Tidy up: {{tensors left}} tensors are left after this cell.

// %%
import * as tf from "@tensorflow/tfjs";

tf.disposeVariables();
course.claim("tensors left", tf.memory().numTensors, { between: [0, 0] });

// %% [markdown]
// **Sources.** J. Tobin, *Troubleshooting Deep Neural Networks*, Full Stack Deep Learning (2021), for the sum and the order of repair. A. Ng,
// *Machine Learning Yearning* (2018), chapters 40 and 41, for the second validation set. Y. Benjamini and D. Yekutieli, *False Discovery
// Rate-Adjusted Multiple Confidence Intervals* (2005), for the slices.
//
// Next: [11 · Hyperparameter search](11-hyperparameter-search.ipynb)
