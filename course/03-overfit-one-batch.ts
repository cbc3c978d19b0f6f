// %% [markdown]
// # 03 · Overfit one batch
//
// **The question.** It runs. Can it learn anything at all?
//
// **Afterwards you can**
//
// - ask the one question that most broken programs fail: learn a single batch by heart;
// - tell its four failures apart by their curves, and say what to suspect first for each;
// - let further experiments confirm the cause, one change at a time.
//
// **You need** notebook [02](02-get-it-to-run.ipynb).
//
// **Minutes:** 7, of which the cells compute for one.

// %%
import * as tf from "@tensorflow/tfjs";
import { backend, course, data, debugging, models, plots, training } from "../lib";

const report = await backend.start();
console.log(report.summary);

// %% [markdown]
// ## The experiment
//
// Take one batch, thirty-two digits, and train on it alone, again and again. LeNet has more than a thousand numbers for
// each of the thirty-two: it has room to learn them by heart, noise and all. So a working program *must* drive the loss
// to nearly 0. If it does not, more data, more epochs and a better architecture are all in vain: something is broken.
//
// It costs seconds. No other experiment tells so much for so little, and hardly any is skipped so often: it looks like a
// detour to somebody who is in a hurry to see the real training begin. Then the real training takes a night, and in the morning there
// is a number that is neither good nor bad, and nobody can say whether the program works.
//
// `overfitOneBatch` runs it on a copy of the program's state: weights and optimizer are afterwards what they were. It takes a
// *training program*, which is everything that a training needs in one object: model, optimizer, loss, data.
//
// First the baseline: what does the best answer cost that is the same for every picture? It says how often each digit occurs in
// the batch and ignores the pixels. A program whose loss ends there has not used its inputs.

// %%
const seed = course.seed();
const rows = training.toTensors(data.digits({ samples: 200, seed }));
const leNet = () => models.leNet({ inputShape: [28, 28, 1], classes: 10, seed });

const loss = "categoricalCrossentropy";
const limits = { seed, steps: 100, seconds: 50 };
const program = () => ({ model: leNet(), optimizer: tf.train.adam(1e-3), loss, train: rows });

// %% [markdown]
// > **Commit to a prediction.** After how many updates has LeNet learnt its thirty-two digits by heart? Write
// > `{ between: [20, 100], sure: 0.8 }`, with your own numbers.

// %%
await course.predict("03.1", {});

// %%
const healthy = (await debugging.overfitOneBatch(program(), limits))!;
await plots.show(plots.plotOneBatch({ healthy }));
course.claim("constant answer's loss", healthy.guess, { between: [1.9, 2.31] });

// %%
course.claim("updates", healthy.losses.length, { between: [15, 90] });
await course.score("03.1", healthy.losses.length);

// %% [markdown]
// The best constant answer costs {{constant answer's loss}}, and after {{updates}} updates the batch is learnt. This is how it must look.
//
// Below are the ways in which it can look else. There are four, and each has its own suspects:
//
// | the loss | suspect first |
// |---|---|
// | **rises** | a flipped sign; a learning rate that is too high; a softmax over the wrong axis |
// | **explodes** | numerics: a logarithm of 0, an exponential; a learning rate much too high |
// | **oscillates** | a learning rate that is too high; labels or pictures that change from step to step; too strong an augmentation |
// | **plateaus** | a learning rate that is too low; too much regularization; a gradient that does not arrive; a wrong loss |
//
// ## It rises
//
// Somebody writes a training step by hand, and maximizes what should be minimized. One minus sign, in one place.
//
// > **Commit to a prediction.** Of the four, which will it be: `"rises"`, `"explodes"`, `"oscillates"` or `"plateaus"`? Think of what
// > keeps this loss from growing for ever.

// %%
await course.predict("03.2", {});

// %%
const crossEntropy = (y: tf.Tensor, p: tf.Tensor): tf.Scalar =>
  tf.metrics.categoricalCrossentropy(y, p).mean();

const upside = program();
const step = (x: tf.Tensor, y: tf.Tensor) =>
  tf.tidy(() => {
    const cost = () => crossEntropy(y, upside.model.apply(x, { training: true }) as tf.Tensor);
    upside.optimizer.minimize(() => cost().neg()); // the bug
    return cost();
  });
const rises = (await debugging.overfitOneBatch({ ...upside, step }, limits))!;

// %%
console.log(rises.causes[0]?.title);
course.claim("cause of the rise", rises.causes[0]?.code, { is: "loss-sign-flipped" });
await course.score("03.2", rises.outcome);

// %% [markdown]
// It rises, and then stops at about 15: TensorFlow.js keeps probabilities a little above 0, and so the logarithm within
// bounds. The experiment does not stop at the symptom. It tries lower learning rates, and when it goes uphill at every rate,
// however small, the step climbs: `{{cause of the rise}}`.
//
// ## It explodes
//
// The same network with a cross-entropy written by hand, without those bounds, and with a learning rate of 0.3.

// %%
const handWritten = (y: tf.Tensor, p: tf.Tensor) => y.mul(p.log()).sum(-1).neg();
const careless = { ...program(), loss: handWritten, optimizer: tf.train.adam(0.3) };
const explodes = (await debugging.overfitOneBatch(careless, limits))!;
console.log(explodes.causes[0]?.title);
course.claim("updates to NaN", explodes.losses.length, { between: [2, 20] });

// %% [markdown]
// After {{updates to NaN}} updates a probability is 0, its logarithm infinite, and 0 times infinite is NaN. From there nothing
// comes back. A lower rate hides it; the loss that is written by hand stays a trap. Take the tested one.
//
// ## It oscillates
//
// An augmentation so strong that only a trace of the digit is left. Each update sees other noise; what was learnt from the
// last one is wrong for the next.

// %%
const model = tf.sequential({
  layers: [
    tf.layers.flatten({ inputShape: [28, 28, 1] }),
    tf.layers.dense({ units: 10, activation: "softmax" }),
  ],
});
const optimizer = tf.train.adam(0.01);
let draw = seed * 1_000;
const noisyStep = (x: tf.Tensor, y: tf.Tensor) =>
  tf.tidy(() => {
    const augmented = x.mul(0.05).add(tf.randomNormal(x.shape, 0, 1, "float32", draw++));
    return optimizer.minimize(() => crossEntropy(y, model.apply(augmented) as tf.Tensor), true)!;
  });
const noisy = { model, optimizer, loss, train: rows, batchSize: 8, step: noisyStep };
const oscillates = (await debugging.overfitOneBatch(noisy, limits))!;

// %% [markdown]
// The loss jumps from update to update by a tenth of itself and more, without a trend. A single loss says nothing here; look at
// many. Suspect the learning rate first, because it is quickly lowered. When lower rates jump as well, then what the network sees
// is not the same batch any more: labels that are shuffled without their pictures, pictures that are changed beyond recognition,
// a generator that goes on counting. All three are found by *looking* at what the network is given, right before the
// first layer, as a picture with its label.
//
// ## It plateaus
//
// Finally: all weights begin at 0. It looks tidy. All units of a layer then compute the same, get the same gradient, and stay the
// same for ever.
//
// > **Commit to a prediction.** `"rises"`, `"explodes"`, `"oscillates"` or `"plateaus"`?

// %%
await course.predict("03.3", {});

// %%
const zeros = program();
tf.tidy(() => zeros.model.setWeights(zeros.model.getWeights().map((weight) => tf.zerosLike(weight))));
const plateaus = (await debugging.overfitOneBatch(zeros, limits))!;
console.log(plateaus.causes[0]?.title);
course.claim("cause of the plateau", plateaus.causes[0]?.code, { is: "symmetric-initialization" });
await course.score("03.3", plateaus.outcome);

// %% [markdown]
// The height of a plateau tells much. This one lies at the constant answer's loss: the inputs are not used at all. The experiment
// found `{{cause of the plateau}}` by making the weights unequal and training again.
//
// ## All of them
//
// Side by side, on a logarithmic axis. Cover the names and say which is which; this time it can be done.

// %%
const experiments = { healthy, flipped: rises, unbounded: explodes, noisy: oscillates, zeros: plateaus };
await plots.show(plots.plotOneBatch(experiments));
course.claim(
  "outcomes",
  Object.values(experiments)
    .map(({ outcome }) => outcome)
    .join(", "),
  {
    is: "overfits, rises, explodes, oscillates, plateaus",
  },
);

// %% [markdown]
// In the order of the names: {{outcomes}}. Compare with notebook 00, where four faults had one symptom. The curves of a whole
// training cannot be told apart, and those of one batch can, because here we know what *must* come out.
//
// ## A cell that fails on purpose
//
// The experiment needs labels that go with the pictures, one each. Here some are lost. Read the message aloud.

// %% tags=["raises-exception"]
const fewer = rows.y.slice(0, 150);
await debugging.overfitOneBatch({ ...program(), train: { x: rows.x, y: fewer } });

// %% [markdown]
// Two numbers, and what to look at. A program that went on with 150 of 200 labels would have trained each picture with
// somebody else's.
//
// ## What did you know?

// %%
await plots.show(await course.plotPredictions("03"));

// %% [markdown]
// ## Take-aways
//
// - A program that cannot learn one batch by heart is broken; one that can is not thereby healthy.
// - Rises, explodes, oscillates, plateaus: four curves, four lists of suspects.
// - The height of a plateau is evidence. Know the loss of a constant answer.
// - Change one thing, train again: a cause is one only when removing it helps.
//
// ## Exercises

// %%
course.exercise("03.1").check();

// %%
course.exercise("03.2").check();

// %%
course.exercise("03.3").check();

// %%
course.exercise("03.4").check();

// %% [markdown]
// Tidy up: {{tensors left}} tensors are left after this cell.

// %%
tf.dispose([rows, fewer]);
tf.disposeVariables();
course.claim("tensors left", tf.memory().numTensors, { between: [0, 0] });

// %% [markdown]
// **Sources.** J. Tobin, *Troubleshooting Deep Neural Networks*, Full Stack Deep Learning (2021), "Overfit a single batch".
// A. Karpathy, *A Recipe for Training Neural Networks* (2019). X. Glorot and Y. Bengio, *Understanding the Difficulty of
// Training Deep Feedforward Neural Networks* (2010), on how weights should begin.
//
// Next: [06 · Where the error comes from](06-where-the-error-comes-from.ipynb)
