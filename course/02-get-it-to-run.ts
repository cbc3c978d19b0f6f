// %% [markdown]
// # 02 · Get it to run
//
// **The question.** My program does not run. Or it does, and I do not trust it. Which line is it?
//
// **Afterwards you can**
//
// - walk a batch through a network, layer by layer, and read where shapes, types or numbers go wrong;
// - recognize the mistakes that throw nothing: broadcasting, a wrong axis, overflow, the wrong mode;
// - estimate whether a model fits into memory before it is killed for not fitting.
//
// **You need** notebooks [00](00-start-here.ipynb) and [01](01-start-simple.ipynb).
//
// **Minutes:** 8, of which the cells compute for less than one.

// %%
import * as tf from "@tensorflow/tfjs";
import { backend, course, data, debugging, models, plots, training } from "../lib";

const report = await backend.start();
console.log(report.summary);

// %% [markdown]
// ## Few lines first
//
// The first version of a program should be short: under two hundred new lines, with tested parts wherever there are
// some. So: our own loop comes later, `fit` comes first. A complicated data pipeline comes later, too; first the data are a few
// hundred samples in memory, where they can be looked at. What is not there cannot be broken.
//
// And, as always, what can be had for nothing comes first of all: the baseline.

// %%
const seed = course.seed();
const digits = data.digits({ samples: 600, seed });
await plots.show(plots.plotImageGrid(digits));

const baseline = models.majorityClass(digits);
course.claim("baseline", baseline.error, { between: [0.84, 0.91], as: "percent" });

// %% [markdown]
// Always saying the commonest digit errs on {{baseline}}. Now the network, in one line.

// %%
const model = models.leNet({ inputShape: [28, 28, 1], classes: 10, seed });
const { x, y } = training.toTensors(digits);
course.claim("parameters", model.countParams(), { between: [61_706, 61_706] });

// %% [markdown]
// ## Step through it
//
// There are two moments at which a network breaks: when it is *made*, because two layers do not fit, and when something
// goes *through* it, because the data do not fit. A debugger stops in TensorFlow's own code, at a line that nobody of us
// has written. So step through it at the height at which you think: layer by layer.

// %%
const batch = x.slice(0, 32);
const steps = await debugging.stepThrough(model, batch);
console.log(debugging.formatSteps(steps));

// %% [markdown]
// Read it like a bank statement, a line at a time, with a finger on each column.
//
// - **Shapes.** The batch axis, 32, stays in front from the first line to the last. Height and width shrink, the
//   channels grow, and then everything is laid out flat. Each change has a layer that explains it.
// - **dtype.** All `float32`. An `int32` here would mean that somebody has forgotten to scale bytes.
// - **Range.** Within a few units of 0, in each line. Pixels in bytes would show as 255 in the first one; a start that
//   is too large would grow from line to line.
// - **Not finite.** 0 everywhere. NaN begins *somewhere*, and this is where to look for it.
// - **Parameters.** {{parameters}} in all. When a count surprises you, a layer is not what you think it is.
//
// ## The mistakes that throw nothing
//
// A mistake that throws is a gift: it has a line and a message. These do not. The first one is the commonest in all of deep
// learning, and the fifth-commonest is its cousin.
//
// Thirty-two answers come out of a network with one unit, as a column, [32, 1]. The thirty-two right answers are a list, [32].
// We want the squared error, so we subtract.
//
// > **Commit to a prediction.** Which shape has a list of shape [32] minus a column of shape [32, 1]: `"an error"`, `"[32]"`,
// > `"[32, 1]"` or `"[32, 32]"`?

// %%
await course.predict("02.1", {});

// %%
const wanted = tf.linspace(0, 1, 32);
const answers = wanted.reshape([32, 1]); // each answer is right
const difference = tf.tidy(() => tf.sub(wanted, answers).shape);
await course.score("02.1", `[${difference.join(", ")}]`);

// %%
const [mean, intended] = tf.tidy(() => [
  tf.sub(wanted, answers).square().mean().dataSync()[0]!,
  tf
    .sub(wanted.reshape([32, 1]), answers)
    .square()
    .mean()
    .dataSync()[0]!,
]);
console.log(`as it was written ${mean!.toFixed(4)}, as it was meant ${intended}`);
course.claim("loss of perfect answers", mean, { between: [0.17, 0.18] });

// %% [markdown]
// It is a table of all differences: every right answer minus every given one. The mean of its squares is {{loss of perfect answers}}, for
// answers that are all *perfect*. Nothing throws; the loss even falls for a while, as the network learns to say the same
// mean to everybody. This is **silent broadcasting**. The remedy costs a line: compare the shapes before you
// subtract, as `tf.losses.meanSquaredError` does not.
//
// ### Overflow
//
// A softmax is a line to write: exponentials, divided by their sum.
//
// > **Commit to a prediction.** What does this line make of the scores 1,000 and 1,001: `"0.27 and 0.73"`, `"0 and 1"`, `"NaN"`, or
// > `"an error"`?

// %%
await course.predict("02.2", {});

// %%
const ownSoftmax = (scores: number[]) => {
  const exponentials = scores.map(Math.exp);
  const sum = exponentials.reduce((total, value) => total + value, 0);
  return exponentials.map((value) => value / sum);
};
const shares = ownSoftmax([1000, 1001]);
console.log(
  shares,
  "and TensorFlow's:",
  tf.tidy(() => [...tf.softmax([1000, 1001]).dataSync()]),
);
await course.score("02.2", shares.some(Number.isNaN) ? "NaN" : shares.map((p) => p.toFixed(2)).join(" and "));

// %% [markdown]
// e to the thousand is more than a number can hold, so both become infinite, and infinite by infinite is not a number.
// The tested part has thought of it, which is why one takes the tested part. The same happens to a logarithm of 0 and to a
// division by a sum that is 0. One NaN in one weight, and after the next step every answer is NaN.
//
// Let us plant one and step through again. Only the lines from the fault on are ill.

// %%
const sick = models.leNet({ inputShape: [28, 28, 1], classes: 10, seed });
const dense = sick.layers.find((layer) => layer.getClassName() === "Dense")!;
const [kernel, bias] = dense.getWeights();
tf.tidy(() => dense.setWeights([kernel!.mul(1e38), bias!]));
const sickSteps = await debugging.stepThrough(sick, batch);
console.log(debugging.formatSteps(sickSteps));

// %%
const culprit = sickSteps.find(({ max }) => max > 1e6)!;
course.claim("first sick layer", culprit.layer, { is: "dense1" });

// %% [markdown]
// The first range that nothing explains is in `{{first sick layer}}`: numbers near the largest that a float can hold; the column beside
// it counts those that are infinite already. Two lines further down, where infinite numbers meet, nothing finite is left. Whoever
// looks for the first NaN looks too late.
//
// ### The wrong mode
//
// Dropout puts half of its inputs to 0 while the network *trains* and does nothing when it *answers*; batch normalization
// measures in the one mode and remembers in the other. TensorFlow.js asks which mode you mean by a parameter, and the
// default is easily the wrong one in a loop of your own. The test: ask twice. A network that answers twice
// the same picture must give the same answer, and one that trains must not.

// %%
const withDropout = tf.sequential({
  layers: [
    tf.layers.flatten({ inputShape: [28, 28, 1] }),
    tf.layers.dropout({ rate: 0.5 }),
    tf.layers.dense({ units: 10, activation: "softmax" }),
  ],
});
const one = x.slice(0, 1);
const moved = (training: boolean) =>
  tf.tidy(() => {
    const [a, b] = [withDropout.apply(one, { training }), withDropout.apply(one, { training })];
    return (a as tf.Tensor)
      .sub(b as tf.Tensor)
      .abs()
      .max()
      .dataSync()[0]!;
  });
console.log(`answering, twice: ${moved(false)} apart; training, twice: ${moved(true).toFixed(3)} apart`);
course.claim("apart when answering", moved(false), { between: [0, 0] });

// %% [markdown]
// Two answers are {{apart when answering}} apart, as they should be. If yours are not, it answers in the mode of training.
//
// ## A cell that fails on purpose
//
// Whoever passes a single picture to a network forgets the batch axis, always. The next cell does. Read the message aloud.

// %% tags=["raises-exception"]
const picture = one.reshape([28, 28]);
await debugging.stepThrough(model, picture);

// %% [markdown]
// What came: a batch of shape [28, 28] that does not enter the model. What was expected: a batch that every layer can take. What to
// do: compare the shapes, *batch axis included*. One picture is a batch of one.
//
// ## Out of memory
//
// The last way not to run is to be killed. It comes late, it comes without a message, and it takes the notebook with it.
// So estimate first. Weights are seldom what fills the memory: what each layer puts out, for each sample of the batch,
// is kept until the gradient comes back.
//
// > **Commit to a prediction.** LeNet for images of 64 × 64 × 3, trained with Adam in batches of 4,096. Between which two
// > numbers is its memory, in gigabytes?

// %%
await course.predict("02.3", {});

// %%
const larger = models.leNet({ inputShape: [64, 64, 3], classes: 10, seed });
const need = training.estimateMemory(larger, { batchSize: 4_096 });
console.log(training.formatMemory(need));

// %%
await course.score("02.3", need.bytes / 1e9);

// %% [markdown]
// When it does not fit, make the *batch* smaller before the model: activations shrink with it, and with
// gradient accumulation the updates stay what they were. `fit` makes this estimate by itself, and refuses a training that this machine
// cannot hold.
//
// ## Does it learn, then?
//
// It runs. Four epochs show that it does something, and that is all they show; the next notebook asks for proof.

// %%
const history = await training.fit(model, digits, { epochs: 4, learningRate: 1e-3, seed });
await plots.show(plots.plotLearningCurve(history));
course.claim("error after four epochs", history.epochs.at(-1)!.train.error, {
  between: [0.05, 0.35],
  as: "percent",
});

// %% [markdown]
// {{error after four epochs}} after four epochs, on the very samples that it was trained on: better than {{baseline}}, so
// something arrives. Only when this stands does the pipeline come: streaming from the disk, augmentation, several
// workers. Each of them is a part that can be tested by itself, against what is in memory now.
//
// ## What did you know?

// %%
await plots.show(await course.plotPredictions("02"));

// %% [markdown]
// ## Take-aways
//
// - Few lines, tested parts, small data in memory first. What is not there cannot be broken.
// - Step through: shapes, dtype, range, NaN, parameters, a layer at a time.
// - The dangerous mistakes throw nothing. Broadcasting is the first to think of.
// - Estimate memory before training; activations times batch fill it, not weights.
//
// ## Exercises

// %%
course.exercise("02.1").check();

// %%
course.exercise("02.2").check();

// %%
course.exercise("02.3").check();

// %%
course.exercise("02.4").check();

// %% [markdown]
// Tidy up: {{tensors left}} tensors are left after this cell.

// %%
tf.dispose([x, y, batch, wanted, answers, one, picture]);
tf.disposeVariables();
course.claim("tensors left", tf.memory().numTensors, { between: [0, 0] });

// %% [markdown]
// **Sources.** J. Tobin, *Troubleshooting Deep Neural Networks*, Full Stack Deep Learning (2021), "Implement & debug" and the
// five most common bugs. A. Karpathy, *A Recipe for Training Neural Networks* (2019). N. Srivastava et al., *Dropout* (2014).
//
// Next: [03 · Overfit one batch](03-overfit-one-batch.ipynb)
