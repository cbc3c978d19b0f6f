// %% [markdown]
// # 00 · Start here
//
// **The question.** A network is not good enough. Where do I look first?
//
// **Afterwards you can**
//
// - say which backend trains your networks on this machine, and how fast;
// - name the four causes of poor performance, and show that a learning curve cannot tell them apart;
// - state the first principle of the method, *pessimism*, and let it find a bug that throws nothing.
//
// **You need** some TypeScript, and to have trained a network once.
//
// **Minutes:** 7, of which the cells compute for less than one.

// %%
import * as tf from "@tensorflow/tfjs";
import { backend, course, data, debugging, models, plots, training } from "../lib";

const report = await backend.start();
console.log(report.summary);

// %% [markdown]
// That is which TensorFlow does the arithmetic here. `tensorflow` is the native library, `wasm` is what runs where
// there is no Python; every network of this course trains on both. The speed was measured just now. Divide the
// number of your samples by it, and you know how long an epoch takes *before* you start one.
//
// ## Look at the data, and at what costs nothing
//
// When a network performs poorly, the cause is one of four:
//
// 1. **The implementation has a bug.** Most bugs in deep learning throw nothing and print nothing.
// 2. **A hyperparameter is off.** Networks are sensitive to a few of them, to the learning rate above all.
// 3. **The model does not fit the data.** It is too small, or made for another kind of input.
// 4. **The data set is badly built.** Too few samples, wrong labels, classes out of balance.
//
// We shall produce all four on purpose, on real handwritten digits. But first the data: whoever does not look at
// them debugs blindfold. And a **baseline**: the error of always saying the commonest digit. It is what any network
// has to beat before it deserves another minute.

// %%
const seed = course.seed();
const digits = data.digits({ samples: 2_000, seed });
const { train, trainVal } = data.splitDataset(digits, { fractions: { train: 0.75, trainVal: 0.25 }, seed });
await plots.show(plots.plotImageGrid(train));

const baseline = models.majorityClass(train, trainVal);
course.claim("baseline", baseline.error, { between: [0.84, 0.92], as: "percent" });

// %% [markdown]
// The baseline errs on {{baseline}} of the digits, seed by seed. Such a range, here and in all notebooks, is what the
// text promises; the last line of the cell holds it against what has just come out on your machine.
//
// Now a healthy run: LeNet, a small convolutional network of 1998, with the recipe of the next notebook.

// %%
const leNet = () => models.leNet({ inputShape: [28, 28, 1], classes: 10, seed });
const recipe = { epochs: 5, learningRate: 1e-3, seed, trainVal };

const healthy = await training.fit(leNet(), train, recipe);
await plots.show(plots.plotLearningCurve(healthy, { metric: "loss" }));

const errorOf = ({ epochs }: typeof healthy) => epochs.at(-1)!.trainVal!.error;
course.claim("healthy error", errorOf(healthy), { between: [0.03, 0.14], as: "percent" });

// %% [markdown]
// A few seconds, and an error of {{healthy error}} on digits that it has not seen.
//
// Now the four faults. Each run differs from the healthy one in a single thing:
//
// 1. *a bug:* image *i* is trained with the label of image *i* + 1;
// 2. *a hyperparameter:* the learning rate is a thousand times too low;
// 3. *the model:* one hidden unit must carry ten classes;
// 4. *the data set:* of a hundred labels, eighty were drawn at random.
//
// > **Commit to a prediction.** Which of the four ends with the lowest training loss, and so looks best? Write
// > `{ choice: "bug", sure: 0.5 }` or another one of `"bug"`, `"hyperparameter"`, `"model"`, `"dataset"` between the brackets, and
// > run the cell. `sure` is the probability that you are right. A guess that was never written down cannot be wrong.

// %%
await course.predict("00.1", {});

// %%
const slipped = { ...train, labels: train.labels.map((_, i, labels) => labels[(i + 1) % labels.length]!) };
const bug = await training.fit(leNet(), slipped, recipe);

const hyperparameter = await training.fit(leNet(), train, { ...recipe, learningRate: 1e-6 });

const narrow = models.mlp({ inputShape: [28, 28, 1], units: 1, classes: 10, seed });
const model = await training.fit(narrow, train, recipe);

const { labels: noisy } = data.addLabelNoise(train, { rate: 0.8, seed });
const dataset = await training.fit(leNet(), { ...train, labels: noisy }, recipe);

const faulty = { bug, hyperparameter, model, dataset };
await plots.show(plots.plotRuns({ healthy, ...faulty }, { metric: "loss" }));

// %%
const errors = Object.values(faulty).map(errorOf);
course.claim("lowest error with a fault", Math.min(...errors), { between: [0.2, 0.85], as: "percent" });

// %%
const lossOf = ({ epochs }: typeof healthy) => epochs.at(-1)!.train.loss;
const [lowest] = Object.entries(faulty).sort(([, a], [, b]) => lossOf(a) - lossOf(b));
await course.score("00.1", lowest![0]);

// %% [markdown]
// Cover the names at the right and try to say which curve is which. One thing can be read off with certainty: four of
// the five networks perform poorly; the best of the four still errs on {{lowest error with a fault}}. *Why* they do
// cannot be read off, and the remedies have nothing in common. Whoever starts to tune the learning rate now has one
// chance in four to do something useful.
//
// ## Pessimism
//
// So the method begins with a principle. **Assume that something is wrong until it has been shown to be right.** Start
// with something so simple that it can be shown; add one thing at a time; check each.
//
// ```
// start simple → implement and debug → evaluate → decide ─┬→ tune hyperparameters
//      ↑                                                  └→ improve model or data
//      │                                                           │
//      └─────────────── again, until the target is met ────────────┘
// ```
//
// A check is a question with an answer known beforehand. An untrained network must do as badly as a guess among ten
// classes, with a loss of ln 10 = 2.30. A network that cannot learn a single batch by heart is broken. Pixels must lie
// in the range that the first layer was initialized for. An image's nearest neighbours should mostly bear its label.
// The doctor asks such questions of a training program.
//
// > **Commit to a prediction.** The doctor gets run 1, with the slipped labels. Will its first word be `"nothing"`,
// > `"learning-rate-too-high"`, `"underfitting"` or `"labels-misaligned"`?

// %%
await course.predict("00.2", {});

// %%
const rows = training.toTensors(slipped);
const diagnosis = await debugging.diagnose({
  model: leNet(),
  optimizer: tf.train.adam(1e-3),
  loss: "categoricalCrossentropy",
  train: rows,
});
console.log(debugging.formatDiagnosis(diagnosis));

// %%
const first = diagnosis.findings[0]?.code ?? "nothing";
course.claim("first finding", first, { is: "labels-misaligned" });
await course.score("00.2", first);

// %% [markdown]
// It found the bug of run 1, named it (`{{first finding}}`), and said by how much the labels have slipped, although that
// run threw nothing and its loss was going down. Note the list of what it asked: a doctor that does not say what was
// *not* examined would be an optimist.
//
// ## A cell that fails on purpose
//
// Some mistakes are found before anything runs. The next cell has one. Run it, and read the message aloud: what came,
// what was expected, what to type.

// %% tags=["raises-exception"]
// @ts-expect-error the misspelt option
await training.fit(leNet(), train, { epohcs: 5 });

// %% [markdown]
// The kernel checks types before it runs a cell, so a misspelt option costs a second and not a night. Where types
// cannot help, because a value came from a file or from plain JavaScript, the library says the same at run time:
// an option it does not know is an error, never ignored.
//
// ## What did you know?
//
// A prediction that comes true because it was vague is worth little, and so is a sure one that fails. Both are counted
// here in bits: 0 for knowing nothing, 1 for calling a coin. It stays on your machine, and `course.reset()` forgets it.

// %%
await plots.show(await course.plotPredictions("00"));

// %% [markdown]
// ## Take-aways
//
// - Four causes (implementation, hyperparameters, model, data) share one symptom.
// - A learning curve says *that* something is wrong, seldom *what*.
// - Be pessimistic: a thing is wrong until a check with a known answer has passed.
//
// ## Exercises
//
// Put your answer into the brackets of `check( )` and run the cell. `course.exercise("00.1").hint()` helps, `.hint(2)` helps more, and
// `.solution()` shows one. ★ repeats, ★★ combines, ★★★ goes beyond.

// %%
course.exercise("00.1").check();

// %%
course.exercise("00.2").check();

// %%
course.exercise("00.3").check();

// %% [markdown]
// And one without an answer to check: find a bug that the doctor does not see. (There are many. The later notebooks are
// about them.)
//
// Last, a habit. A tensor lives outside of JavaScript's memory, and nobody collects it: whoever makes one disposes of
// it. After this cell {{tensors left}} are left.

// %%
tf.dispose(rows);
tf.disposeVariables(); // the weights of all models
course.claim("tensors left", tf.memory().numTensors, { between: [0, 0] });

// %% [markdown]
// **Sources.** J. Tobin, *Troubleshooting Deep Neural Networks*, Full Stack Deep Learning (2021). A. Karpathy, *A
// Recipe for Training Neural Networks* (2019). Y. LeCun et al., *Gradient-Based Learning Applied to Document
// Recognition* (1998), for LeNet and the digits. I. Good, *Rational Decisions* (1952), for the bits.
//
// Next: [01 · Start simple](01-start-simple.ipynb)
