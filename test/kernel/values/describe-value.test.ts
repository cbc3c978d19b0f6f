import * as tf from "@tensorflow/tfjs";
import { beforeAll, expect, test } from "vitest";
import type { Diagnosis, Finding, History, PredictionLog } from "../../../lib/core/index.js";
import { digits } from "../../../lib/data/index.js";
import { decomposeError } from "../../../lib/decomposition/index.js";
import { describeValue } from "../../../lib/kernel/values/describe-value.js";
import { leNet } from "../../../lib/models/index.js";
import { createStudy, float, sensitivity, space } from "../../../lib/search/index.js";

beforeAll(() => tf.setBackend("cpu"));

const text = async (value: unknown) => (await describeValue(value)).data["text/plain"];

test("a small tensor tells its type, shape, values, range and mean", async () => {
  expect(
    await text(
      tf.tensor2d([
        [1, 2],
        [3, 6],
      ]),
    ),
  ).toBe("Tensor float32 [2, 2]\n1  2  3  6\n1 … 6, mean 3, 0 NaN");
});

test("a tensor counts what is not finite", async () => {
  expect(await text(tf.tensor1d([1, Number.NaN, 3, Number.POSITIVE_INFINITY]))).toContain(
    "1 … 3, mean 2, 1 NaN, 1 infinite",
  );
});

test("a large tensor shows how its values lie, and none of them", async () => {
  const lines = String(await text(tf.linspace(0, 1, 240))).split("\n");
  expect(lines).toEqual(["Tensor float32 [240]", "0 … 1, mean 0.5, 0 NaN", `0 ${"█".repeat(24)} 1`]);
});

test("a disposed tensor, an empty one and one of text are told as such", async () => {
  const gone = tf.scalar(1);
  gone.dispose();
  expect(await text(gone)).toBe("Tensor float32 [], disposed");
  expect(await text(tf.zeros([0, 3]))).toBe("Tensor float32 [0, 3], empty");
  expect(await text(tf.tensor1d(["a", "b"]))).toBe('Tensor string [2]\n"a"  "b"');
});

test("images are shown as a grid, with their numbers beside", async () => {
  const { data } = await describeValue(tf.zeros([20, 8, 8, 3]));
  expect(data["text/html"]).toMatch(
    /^<img src="data:image\/png;base64,iVBOR[^"]+" width="624" alt="16 images"/,
  );
  expect(data["text/plain"]).toContain("Tensor float32 [20, 8, 8, 3]");
});

test("showing a tensor makes none", async () => {
  const x = tf.zeros([4, 8, 8, 1]);
  const before = tf.memory().numTensors;
  await describeValue(x);
  expect(tf.memory().numTensors).toBe(before);
});

test("a model is a table of its layers with its parameters", async () => {
  const { data } = await describeValue(leNet({ inputShape: [32, 32, 1], classes: 10 }));
  expect(data["text/plain"]).toMatch(/layers, 61,706 parameters$/); // LeNet-5 has 61,706
  expect(data["text/html"]).toContain("<td>[batch, 10]</td>");
});

test("a data set tells its size and classes, and shows its first images", async () => {
  const { data } = await describeValue(digits());
  expect(data["text/plain"]).toMatch(/^10,000 samples of shape \[28, 28, 1\]\n0 \d+, 1 \d+/);
  expect(data["text/html"]).toContain("16 images");
});

test("a history is a table, one row an epoch", async () => {
  const train = { mode: "evaluation", samples: 9, loss: 0.5, error: 0.25 } as const;
  const epochs = [{ epoch: 1, runningLoss: 0.6, train, seconds: 2, samplesPerSecond: 5 }];
  const history: History = { epochs, steps: 3, seed: 0, backend: "cpu", stopped: "aborted" };
  expect(await text(history)).toBe(
    "epoch  train loss  train error  seconds\n    1       0.500       25.0 %      2.0\n3 updates on cpu, aborted",
  );
});

test("a diagnosis is a table of its findings", async () => {
  const finding: Finding = {
    ...{
      code: "hidden-softmax",
      severity: "error",
      where: "dense_1",
      title: "Softmax inside",
      evidence: "two <softmax>",
    },
    ...{ fix: "take it out", confidence: 1, lesson: "02" },
  };
  const diagnosis: Diagnosis = { verdict: "faulty", findings: [finding], ran: ["a"], notRun: [], seconds: 1 };
  const { data } = await describeValue(diagnosis);
  expect(data["text/html"]).toContain("<td>two &lt;softmax&gt;</td><td>take it out</td>");
  expect(data["text/plain"]).toMatch(/faulty: 1 checks ran, 0 could not$/);
});

test("a figure is interactive, drawn, and told", async () => {
  const figure = { data: [{ type: "scatter", y: [1, 2] }], layout: {}, reading: "It rises." };
  const { data } = await describeValue(figure);
  expect(Object.keys(data)).toEqual(["application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"]);
  expect(data["text/plain"]).toBe("It rises.");
});

test("other values are told as Node tells them", async () => {
  expect(await text({ a: [1, 2] })).toBe("{ a: [ 1, 2 ] }");
  expect(await text("text")).toBe("text");
});

test("a decomposition is a table of its terms with the reading", async () => {
  const decomposition = decomposeError({
    irreducible: { errors: 5, samples: 1000 },
    train: { errors: 20, samples: 1000 },
    trainVal: { errors: 90, samples: 1000 },
    testVal: { errors: 95, samples: 1000 },
    test: { errors: 97, samples: 1000 },
  });
  const { data } = await describeValue(decomposition);
  expect(data["text/html"]).toContain("<th>variance</th><td>7.0 %</td>"); // 9.0 - 2.0
  expect(String(data["text/plain"]).endsWith(decomposition.reading)).toBe(true);
});

test("predictions are counted class by class", async () => {
  const log: PredictionLog = {
    ...{ split: "testVal", ids: ["a", "b", "c"], classes: ["cat", "dog"], tags: {}, run: "one" },
    labels: Int32Array.of(0, 0, 1),
    probabilities: Float32Array.of(0.9, 0.1, 0.2, 0.8, 0.3, 0.7),
  };
  expect(await text(log)).toBe(
    "class  samples  wrong   error\n  cat        2      1  50.0 %\n  dog        1      0   0.0 %\n3 predictions of testVal by one, 33.3 % of them wrong",
  );
});

test("a study, its trials and its sensitivities are tables", async () => {
  const study = await createStudy({ name: "s", seed: 1, space: space({ x: float(0, 1), y: float(0, 1) }) });
  await study.optimize(({ parameters: { x } }) => (x - 0.5) ** 2, { trials: 30 });
  const best = study.best!;
  const shown = String(await text(study));
  expect(shown).toMatch(/^trial\s+state\s+value\s+x\s+y\n/);
  expect(shown).toContain(`study "s", to minimize: 30 complete; best: trial ${best.number} with `);
  expect(shown.split("\n")).toHaveLength(1 + 21 + 1); // cut in the middle
  expect((await describeValue(study.trials)).data["text/html"]).toContain("<th>29</th><td>complete</td>");
  expect(
    await text(sensitivity({ direction: "minimize", space: study.space!, trials: study.trials })),
  ).toMatch(/^\s*hyperparameter\s+matters.*\n\s*x\s+high/);
});

test("whatever else says what it found is told in its own words first", async () => {
  expect(await text({ reading: "It rises.", slope: 2 })).toBe(
    "It rises.\n\n{ reading: 'It rises.', slope: 2 }",
  );
});

test.each([
  [
    "throws",
    () => {
      throw new Error("no\npicture");
    },
    "Error: no",
  ],
  ["returns no bundle", () => "text", "TypeError: it returned 'text', not data by MIME type"],
  [
    "returns something under names that are no types",
    () => ({ html: "<b>" }),
    "TypeError: it returned { html: '<b>' }, not data by MIME type",
  ],
  ["rejects", async () => Promise.reject(new RangeError("late")), "RangeError: late"],
])("a value whose own display %s is told as text, with the reason", async (_, display, reason) => {
  const value = Object.defineProperty({ a: 1 }, Symbol.for("Jupyter.display"), { value: display });
  expect((await describeValue(value)).data).toEqual({
    "text/plain": `{ a: 1 }\nIts own display failed (${reason}).`,
  });
});

test("a value may say later how it is shown, and in bytes", async () => {
  const value = { [Symbol.for("Jupyter.display")]: async () => ({ "image/png": Uint8Array.of(1, 2, 3) }) };
  expect((await describeValue(value)).data["image/png"]).toBe("AQID");
});
