import { expect, test } from "vitest";
import { start } from "../../../lib/backend/index.js";
import type { PredictionLog } from "../../../lib/core/index.js";
import { checkBaselines } from "../../../lib/debugging/index.js";
import { baselines, startSimple } from "../../../lib/models/index.js";
import { fit, predictions } from "../../../lib/training/index.js";
import { blobs } from "../../support/blobs.js";

/** A log of 100 samples of which those at `wrong` are answered wrongly. */
function log(
  wrong: (sample: number) => boolean,
  { run = "rule", prefix = "s", samples = 100 } = {},
): PredictionLog {
  const rows = Array.from({ length: samples }, (_, i) => (wrong(i) ? [0.2, 0.8] : [0.8, 0.2]));
  return {
    split: "test",
    ids: rows.map((_, i) => `${prefix}${i}`),
    labels: new Int32Array(samples),
    probabilities: Float32Array.from(rows.flat()),
    classes: ["no", "yes"],
    tags: {},
    run,
  };
}

test("checkBaselines finds nothing where the model is surely better", () => {
  expect(
    checkBaselines(
      log((i) => i < 5),
      [log((i) => i < 30)],
    ),
  ).toEqual([]);
});

test("checkBaselines names each baseline that is surely better, as an error", () => {
  const found = checkBaselines(
    log((i) => i < 60),
    [log((i) => i < 30, { run: "majority class" }), log((i) => i < 90, { run: "nearest class mean" })],
  );
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({
    code: "not-better-than-baseline",
    severity: "error",
    where: "test",
    title: "the model is worse than the majority class",
    evidence:
      "it errs on 60.0 % of 100 samples, the majority class on 30.0 %; the difference is 20.4 to 38.5 points, sample by sample.",
  });
});

test("checkBaselines warns where too few samples tell, and says how many would", () => {
  const [found] = checkBaselines(
    log((i) => i < 20),
    [log((i) => i % 4 === 0)],
  );
  expect(found).toMatchObject({
    severity: "warning",
    title: "the model is not shown to be better than the rule",
  });
  expect(found!.fix).toMatch(/on more samples, about [\d,]+; if that changes nothing/);
});

test("checkBaselines compares sample by sample, in whatever order, where the samples are the same", () => {
  const model = log((i) => i < 20);
  const rule = log((i) => i < 28); // every error of the model is one of the rule's
  const turned = { ...rule, ids: [...rule.ids].reverse(), probabilities: reversedRows(rule.probabilities) };
  expect(checkBaselines(model, [rule])).toEqual([]);
  expect(checkBaselines(model, [turned])).toEqual([]);
  const elsewhere = log((i) => i < 28, { prefix: "other" });
  expect(checkBaselines(model, [elsewhere])[0]!.evidence).toMatch(/on different samples/);
});

test("checkBaselines takes an answer of NaN for a wrong one", () => {
  const silent = log(() => false);
  silent.probabilities.fill(Number.NaN);
  expect(checkBaselines(silent, [log((i) => i < 30)])[0]).toMatchObject({ severity: "error" });
});

test("checkBaselines refuses nothing to compare, other classes and other labels", () => {
  const model = log(() => false);
  expect(() => checkBaselines(model, [])).toThrow(/0 baselines/);
  expect(() => checkBaselines(model, [log(() => false, { samples: 0 })])).toThrow(/one of them empty/);
  expect(() => checkBaselines(model, [{ ...model, classes: ["yes", "no"] }])).toThrow(/yes, no of rule/);
  const other = { ...model, labels: Int32Array.from(model.labels, () => 1) };
  expect(() => checkBaselines(model, [other])).toThrow(/two labels of the sample "s0"/);
  expect(() => checkBaselines(model, [model], { confidence: 95 })).toThrow(/confidence/);
  // @ts-expect-error
  expect(() => checkBaselines(model, [model], { confidance: 0.9 })).toThrow(/"confidence" instead/);
});

test("a network that was not trained does not beat the baselines, a trained one beats them", async () => {
  await start({ quiet: true });
  const [train, held] = [blobs(300, { spread: 4 }), blobs(400, { seed: 1, spread: 4 })];
  const { model, recipe } = startSimple(train);
  const rules = (await baselines(train, held)).map(({ log }) => log).slice(0, 1); // the majority class
  const [untrained] = checkBaselines(await predictions(model, held, { split: "test" }), rules);
  expect(untrained).toMatchObject({ code: "not-better-than-baseline" });
  // biome-ignore lint/suspicious/noFocusedTests: this fit trains
  await fit(model, train, { ...recipe, learningRate: 3e-3, epochs: 10 });
  expect(checkBaselines(await predictions(model, held, { split: "test" }), rules)).toEqual([]);
  model.dispose();
});

function reversedRows(probabilities: Float32Array): Float32Array {
  return Float32Array.from(
    probabilities,
    (_, i) => probabilities[probabilities.length - 2 - (i - (i % 2)) + (i % 2)]!,
  );
}
