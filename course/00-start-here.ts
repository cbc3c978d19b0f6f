// %% [markdown]
// # 00 · Start here
//
// **The question.** A network is not good enough. Where do I look first?
//
// After this notebook you can
//
// - say which backend trains your networks on this machine, and how fast;
// - name the four causes of poor performance, and show that a learning curve cannot tell them apart;
// - state the first principle of the method, *pessimism*, and let it find a bug that throws nothing.
//
// You need some TypeScript, and to have trained a network once. The cells compute for about a minute; read them
// for ten.

// %%
import * as tf from "@tensorflow/tfjs";
import { backend, data, debugging, models, plots, training } from "../lib";

const report = await backend.start();
console.log(report.summary);

// %% [markdown]
// That is which TensorFlow does the arithmetic here. `tensorflow` is the native library, `wasm` is what runs where
// there is no Python; every network of this course trains on both. The speed was measured just now. Divide the
// number of your samples by it, and you know how long an epoch takes *before* you start one.
//
// ## Four causes, one symptom
//
// When a network performs poorly, the cause is one of four:
//
// 1. **The implementation has a bug.** Most bugs in deep learning throw nothing and print nothing.
// 2. **A hyperparameter is off.** Networks are sensitive to a few of them, to the learning rate above all.
// 3. **The model does not fit the data.** It is too small, or made for another kind of input.
// 4. **The data set is badly built.** Too few samples, wrong labels, classes out of balance.
//
// We shall produce all four on purpose, on real handwritten digits. But first the data: whoever does not look at
// them debugs blindfold.

// %%
const seed = 0;
const digits = data.digits({ samples: 2_000, seed });
const { train, trainVal } = data.splitDataset(digits, { fractions: { train: 0.75, trainVal: 0.25 }, seed });

await plots.show(plots.plotImageGrid(train));

// %% [markdown]
// Here is a healthy run: LeNet, a small convolutional network of 1998, with the recipe of the next notebook.

// %%
const leNet = () => models.leNet({ inputShape: [28, 28, 1], classes: 10, seed });
const recipe = { epochs: 5, learningRate: 1e-3, seed, trainVal };

const healthy = await training.fit(leNet(), train, recipe);
await plots.show(plots.plotLearningCurve(healthy, { metric: "loss" }));

// %% [markdown]
// Now the four faults. Each run differs from the healthy one in a single thing, and the next cell says in which.
//
// > **Commit to a prediction before you run it.** Which of the four will you recognize by its curve? How sure are
// > you, in percent? Write it down; a guess that was never written down cannot be wrong.

// %%
// 1. A bug: image i is trained with the label of image i + 1.
const slipped = { ...train, labels: train.labels.map((_, i, labels) => labels[(i + 1) % labels.length]!) };
const bug = await training.fit(leNet(), slipped, recipe);

// 2. A hyperparameter: the learning rate is a thousand times too low.
const hyperparameter = await training.fit(leNet(), train, { ...recipe, learningRate: 1e-6 });

// 3. The model: one hidden unit must carry ten classes.
const kernelInitializer = tf.initializers.heNormal({ seed });
const narrow = tf.sequential({
  layers: [
    tf.layers.flatten({ inputShape: [28, 28, 1] }),
    tf.layers.dense({ units: 1, activation: "relu", kernelInitializer }),
    tf.layers.dense({ units: 10, activation: "softmax", kernelInitializer }),
  ],
});
const model = await training.fit(narrow, train, recipe);

// 4. The data: of a hundred labels, eighty were drawn at random.
const { labels: noisy } = data.addLabelNoise(train, { rate: 0.8, seed });
const dataset = await training.fit(leNet(), { ...train, labels: noisy }, recipe);

await plots.show(plots.plotRuns({ healthy, bug, hyperparameter, model, dataset }, { metric: "loss" }));

// %% [markdown]
// Cover the names at the right and try to say which curve is which. One thing can be read off with certainty: four of
// the five networks perform poorly. *Why* they do cannot, and the remedies have nothing in common. Whoever
// starts to tune the learning rate now has one chance in four to do something useful.
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

// %%
const diagnosis = await debugging.diagnose({
  model: leNet(),
  optimizer: tf.train.adam(1e-3),
  loss: "categoricalCrossentropy",
  train: training.toTensors(slipped),
});
console.log(debugging.formatDiagnosis(diagnosis));

// %% [markdown]
// It found the bug of run 1, named it, and said by how much the labels have slipped, although that run threw
// nothing and its loss was going down. Note the list of what it asked: a doctor that does not say what was *not*
// examined would be an optimist.
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
// ## Take-aways
//
// - Four causes (implementation, hyperparameters, model, data) share one symptom.
// - A learning curve says *that* something is wrong, seldom *what*.
// - Be pessimistic: a thing is wrong until a check with a known answer has passed.
//
// ## Exercises
//
// - ★ Ask the doctor about run 2, with `optimizer: tf.train.adam(1e-6)`. Which of its questions brings it to light?
// - ★★ Shift the labels by 7 instead of 1, or reverse them. Is the bug still named?
// - ★★★ Find a bug that the doctor does not see. (There are many. The later notebooks are about them.)
//
// **Sources.** J. Tobin, *Troubleshooting Deep Neural Networks*, Full Stack Deep Learning (2021). A. Karpathy, *A
// Recipe for Training Neural Networks* (2019). Y. LeCun et al., *Gradient-Based Learning Applied to Document
// Recognition* (1998), for LeNet and the digits.
//
// Next: [01 · Start simple](01-start-simple.ipynb)
