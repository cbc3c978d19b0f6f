import { describe, expect, test } from "vitest";
import type { Finding, PredictionLog } from "../../lib/core/index.js";
import { decomposeError, findSlices, forecastLearningCurve } from "../../lib/decomposition/index.js";
import { formatNextSteps, suggestNextSteps } from "../../lib/improvement/index.js";

/** The lecture's running example: errors in percent of so many images. */
function ladder(percents: readonly [number, number, number, number], samples: number, irreducible = 0.01) {
  const [train, trainVal, testVal, test] = percents.map((p) => ({
    errors: Math.round((p * samples) / 100),
    samples,
  }));
  return decomposeError({ irreducible, train: train!, trainVal: trainVal!, testVal: testVal!, test: test! });
}

/** A log of two classes; `probability` is that of class 1. */
function log(
  split: string,
  rows: readonly { label: number; probability: number; tags?: Record<string, number> }[],
): PredictionLog {
  const names = Object.keys(rows[0]?.tags ?? {});
  return {
    split,
    ids: rows.map((_, i) => `${split}/${i}`),
    labels: Int32Array.from(rows, ({ label }) => label),
    probabilities: Float32Array.from(rows.flatMap(({ probability }) => [1 - probability, probability])),
    classes: ["street", "person"],
    tags: Object.fromEntries(
      names.map((name) => [name, Float32Array.from(rows, ({ tags }) => tags![name]!)]),
    ),
  };
}

/** So many rows, so many of them wrong; the wrong ones are the unsure ones, unless `sure`. */
function rowsOf(samples: number, wrong: number, from: number, sure = false) {
  return Array.from({ length: samples }, (_, i) => {
    const isWrong = i % Math.round(samples / Math.max(1, wrong)) === 0 && wrong > 0;
    const label = i % 2;
    const distance = isWrong && !sure ? -0.02 - 0.1 * fraction(i + from) : 0.1 + 0.39 * fraction(i + from);
    const toward = isWrong && sure ? 1 - label : label;
    return {
      label,
      probability: 0.5 + (toward === 1 ? distance : -distance),
      tags: { night: Number(i % 5 === 0) },
    };
  });
}
const fraction = (i: number): number => (i * 0.6180339887498949) % 1;

describe("suggestNextSteps(evidence)", () => {
  test("begins with under-fitting in the lecture's example, and with its first remedy", () => {
    const next = suggestNextSteps({ decomposition: ladder([20, 27, 27, 28], 10_000) });
    expect(next).toMatchObject({ verdict: "act", cause: "avoidableBias" });
    expect(next.steps.map(({ remedy }) => remedy).slice(0, 3)).toEqual([
      "biggerModel",
      "lessRegularization",
      "trainLonger",
    ]);
    expect([...new Set(next.steps.map(({ cause }) => cause))]).toEqual(["avoidableBias", "variance"]);
  });

  test("goes on to over-fitting when the bias is gone, and to nothing when the goal is met", () => {
    const tuned = suggestNextSteps({ decomposition: ladder([0.8, 12, 12, 12], 10_000) });
    expect([tuned.cause, tuned.steps[0]!.remedy]).toEqual(["variance", "moreData"]);
    const final = suggestNextSteps({ decomposition: ladder([0.6, 0.9, 0.9, 1], 100_000) }, { target: 0.012 });
    expect(final).toMatchObject({
      verdict: "stop",
      steps: [],
      reading: "Stop: the test error of 1.00 % is at the target, beyond chance.",
    });
  });

  test("expects of more data what the scaling of error with its amount says", () => {
    const next = suggestNextSteps({ decomposition: ladder([1, 13, 13, 13], 10_000) });
    // Four times the images: 1 − 4^−0.07 and 1 − 4^−0.35 of 12 points.
    expect(next.steps[0]!.gain.estimate).toBeCloseTo(0.12 * 0.25, 10);
    expect([1 - 4 ** -0.07, 1 - 4 ** -0.35]).toEqual([expect.closeTo(0.09, 1), expect.closeTo(0.38, 1)]);
    expect(next.steps.every(({ gain }) => gain.low <= gain.estimate && gain.estimate <= gain.high)).toBe(
      true,
    );
  });

  test("refuses where 200 samples cannot tell, and says how many would", () => {
    const next = suggestNextSteps({ decomposition: ladder([1.5, 4, 5, 8], 200) });
    expect(next).toMatchObject({ verdict: "measure", steps: [] });
    expect(next).not.toHaveProperty("cause");
    const needed = next.cannotSay.map(({ samplesNeeded }) => samplesNeeded!);
    expect(Math.min(...needed)).toBeGreaterThan(200);
    expect(next.reading).toMatch(/^The data cannot say what to work on: .* samples of .* would tell\.$/);
  });

  test("stops where every part is beyond doubt too small", () => {
    const next = suggestNextSteps({ decomposition: ladder([5, 5, 5, 5], 1_000_000, 0.05) });
    expect([next.verdict, next.cannotSay]).toEqual(["stop", []]);
  });

  test("says that a target may have been met by chance", () => {
    const { verdict, reading } = suggestNextSteps(
      { decomposition: ladder([5, 5, 5, 5], 500, 0.05) },
      { target: 0.051 },
    );
    expect(verdict).toBe("measure");
    expect(reading).toContain("cannot say whether the target is met");
  });

  test("puts what the doctor found before everything else", () => {
    const finding = {
      code: "double-softmax",
      severity: "error",
      where: "loss",
      evidence: "Softmax twice.",
    } as Finding;
    const next = suggestNextSteps({ decomposition: ladder([20, 27, 27, 28], 10_000), findings: [finding] });
    expect([next.cause, next.steps[0]!.remedy, next.steps[0]!.evidence]).toEqual([
      "bug",
      "fixBug",
      "The doctor found double-softmax at loss: Softmax twice.",
    ]);
  });

  test("takes training samples that are harder than held-out ones for a fault of the measurement", () => {
    const next = suggestNextSteps({ decomposition: ladder([20, 12, 12, 12], 5000) });
    expect([next.cause, next.steps[0]!.remedy]).toEqual(["evaluationMode", "scoreInEvaluationMode"]);
  });

  test("sees a loss that jumps when the mode changes", () => {
    const train = { mode: "evaluation", samples: 100, loss: 1.2, error: 0.4 } as const;
    const history = { epochs: [{ epoch: 9, runningLoss: 0.2, train, seconds: 1, samplesPerSecond: 1 }] };
    const next = suggestNextSteps({ decomposition: ladder([40, 41, 41, 41], 5000), history });
    expect(next.steps[0]!.evidence).toContain(
      "the training loss was 0.200 while training and 1.20 on the same samples",
    );
  });

  test("trains longer first where the training loss still falls", () => {
    const at = (epoch: number, loss: number) => ({
      ...{ epoch, runningLoss: loss, seconds: 1, samplesPerSecond: 1 },
      train: { mode: "evaluation", samples: 100, loss, error: 0.2 } as const,
    });
    const history = { epochs: [2, 1.5, 1.1, 0.8].map((loss, i) => at(i + 1, loss)) };
    const next = suggestNextSteps({ decomposition: ladder([20, 21, 21, 21], 5000), history });
    expect(next.steps.map(({ remedy }) => remedy).slice(0, 2)).toEqual(["trainLonger", "biggerModel"]);
    expect(next.steps[0]!.evidence).toContain("from 1.10 to 0.800");
  });
});

test("suggestNextSteps says that without a second validation set, validation overfitting may be shift", () => {
  const counts = (errors: number) => ({ errors, samples: 5000 });
  const rates = { irreducible: 0.01, train: counts(60), trainVal: counts(70), test: counts(400) };
  const next = suggestNextSteps({ decomposition: decomposeError(rates), candidates: 40 });
  expect(next.cause).toBe("validationOverfitting");
  expect(next.steps[0]!.evidence).toMatch(/40 models were compared .* it may be distribution shift as well/);
  const unsure = suggestNextSteps({ decomposition: decomposeError({ ...rates, test: counts(85) }) });
  expect(unsure.cannotSay.at(-1)!.why).toMatch(/samples of trainVal and of test would tell$/);
});

describe("suggestNextSteps: what was measured on this model counts before what is published", () => {
  const decomposition = ladder([1, 13, 13, 13], 10_000);

  test("a learning curve says what more data would bring", () => {
    // Error 0.01 + 4/√n: 5 points at 10,000 images, 3 at 40,000.
    const points = [625, 1250, 2500, 5000, 10_000].map((trainSize) => ({
      ...{ trainSize, samples: 100_000 },
      errors: Math.round(100_000 * (0.01 + 4 * trainSize ** -0.5)),
    }));
    const learningCurve = forecastLearningCurve(points, { at: [10_000, 40_000, 80_000], resamples: 40 });
    const [first] = suggestNextSteps({ decomposition, learningCurve }).steps;
    expect(first).toMatchObject({ remedy: "moreData", action: "Train on 40,000 samples" });
    expect(first!.gain.estimate).toBeCloseTo(0.02, 2);
    expect(first!.basis).toBe("the learning curve foretells it, fitted up to 10,000 samples");
  });

  test("more data comes last where the curve is flat", () => {
    const points = [1000, 2000, 4000, 8000].map((trainSize) => ({
      trainSize,
      samples: 1_000_000,
      errors: 130_000 + (trainSize % 7),
    }));
    const learningCurve = forecastLearningCurve(points, { resamples: 40 });
    expect(suggestNextSteps({ decomposition, learningCurve }).steps.at(-1)!.remedy).toBe("moreData");
  });

  test("slices say what to look at, and what it would bring", () => {
    const rows = Array.from({ length: 2000 }, (_, i) => i);
    const isWrong = (i: number) => i % 10 === 0 || i % 31 === 3;
    const testVal = log(
      "testVal",
      rows.map((i) => ({
        label: 0,
        probability: isWrong(i) ? 0.8 : 0.2,
        tags: { night: Number(i % 5 === 0) },
      })),
    );
    const slices = findSlices(testVal);
    const step = suggestNextSteps({ decomposition, slices }).steps.find(
      ({ remedy }) => remedy === "errorAnalysis",
    )!;
    expect(step.action).toBe("Look at the errors under night = 1, and collect training samples like them");
    expect(step.gain).toEqual(slices.slices[0]!.recoverable);
  });
});

describe("suggestNextSteps({ logs })", () => {
  const healthy = ["train", "trainVal", "testVal", "test"].map((split, i) =>
    log(split, rowsOf(2000, 100, 2000.5 * i)),
  );

  test("makes the decomposition itself", () => {
    const next = suggestNextSteps({ logs: healthy }, { irreducible: 0.05 });
    expect([next.verdict, next.steps]).toEqual(["measure", []]);
  });

  test("reports samples in two splits instead of refusing them", () => {
    const [train, trainVal, ...rest] = healthy;
    const leaked = { ...trainVal!, ids: trainVal!.ids.map((id, i) => (i < 200 ? train!.ids[i]! : id)) };
    const next = suggestNextSteps({ logs: [train!, leaked, ...rest] });
    expect(next).toMatchObject({ cause: "leakage", where: "trainVal" });
    expect(next.steps[0]!.evidence).toContain(
      "10.0 % of trainVal, 200 samples, are in train too, under the same id",
    );
  });

  test("sees copies under other names by their probabilities, but not where rounding makes them coincide", () => {
    const [train, trainVal, ...rest] = healthy;
    const copied = log("trainVal", [...rowsOf(200, 10, 0), ...rowsOf(1800, 90, 9999.5)]);
    const cause = (logs: PredictionLog[]) => suggestNextSteps({ logs }, { irreducible: 0.05 }).cause;
    expect(cause([train!, copied, ...rest])).toBe("leakage");
    const rounded = (all: PredictionLog) => ({
      ...all,
      probabilities: all.probabilities.map((p) => Math.round(100 * p) / 100),
    });
    expect(cause([train!, trainVal!, ...rest].map(rounded))).toBeUndefined();
  });

  test("takes errors that sureness does not thin out for wrong labels", () => {
    const noisy = healthy.map((each, i) => log(each.split, rowsOf(2000, 200, 2000.5 * i, true)));
    const next = suggestNextSteps({ logs: noisy });
    expect([next.cause, next.steps[0]!.remedy]).toEqual(["labelNoise", "relabel"]);
  });

  test("names the condition without which there is no shift", () => {
    const shifted = (split: string, from: number) =>
      log(
        split,
        rowsOf(2000, 100, from).map((row, i) =>
          i % 5 === 0 && i % 3 === 0 ? { ...row, probability: 1 - row.probability } : row,
        ),
      );
    const logs = [healthy[0]!, healthy[1]!, shifted("testVal", 4001), shifted("test", 6001.5)];
    const next = suggestNextSteps({ logs }, { irreducible: 0.05 });
    expect(next).toMatchObject({ cause: "distributionShift", where: "night" });
    expect(next.steps[0]!.action).toContain("(night)");
  });
});

describe("bad input gives one clear error", () => {
  const decomposition = ladder([20, 27, 27, 28], 1000);
  test.each([
    ["no evidence", () => suggestNextSteps({}), /no decomposition, and logs of no split/],
    ["a percentage", () => suggestNextSteps({ decomposition }, { target: 5 }), /5 percent is 0\.05/],
    [
      "a misspelling",
      () => suggestNextSteps({ decomposition }, { taget: 0.1 } as object),
      /write "target" instead of "taget"/,
    ],
    [
      "two logs of a split",
      () => suggestNextSteps({ logs: [log("test", rowsOf(9, 1, 0)), log("test", rowsOf(9, 1, 0))] }),
      /two logs of the split test/,
    ],
    [
      "a ladder for its decomposition",
      () => suggestNextSteps({ decomposition: { train: 0.2 } } as object),
      /decomposeError\(ladder\)/,
    ],
    [
      "a share of wrong labels without interval",
      () => suggestNextSteps({ decomposition, labelNoise: 0.1 } as object),
      /estimateLabelNoise\(log\)\.rate/,
    ],
    ["a confidence of 1", () => suggestNextSteps({ decomposition }, { confidence: 1 }), /confidence/],
  ])("%s", (_, call, message) => expect(call).toThrow(message));
});

test("formatNextSteps prints the reading, the steps cause by cause, and what the data cannot say", () => {
  const text = formatNextSteps(suggestNextSteps({ decomposition: ladder([20, 27, 28, 28], 2000) }), {
    steps: 1,
    as: "markdown",
  });
  expect(text).toMatch(/^First avoidable bias \(under-fitting\): /);
  expect(text).toContain("1. Make the model bigger: more layers, more units: 12.9 (0.0 to 21.");
  expect(text).toContain("**What the data cannot say**\n\n- distribution shift is somewhere from ");
});

test("formatNextSteps prints for a terminal without markup, in lines of 96 characters at most", () => {
  const next = suggestNextSteps({ decomposition: ladder([20, 27, 28, 28], 2000) });
  const text = formatNextSteps(next, { steps: 1 });
  expect(text).toContain("\n1. Make the model bigger: more layers, more units: 12.9 (0.0 to 21.");
  expect(text).toContain("\nWhat the data cannot say:\n\n– distribution shift is somewhere from ");
  expect(text).not.toMatch(/[*]/);
  expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(96);
});

test("next steps show themselves in a notebook as Markdown, and are a plain record to everybody else", () => {
  const next = suggestNextSteps({ decomposition: ladder([20, 27, 28, 28], 2000) });
  const forms = (next as unknown as Record<symbol, () => Record<string, string>>)[
    Symbol.for("Jupyter.display")
  ]!();
  expect(forms["text/markdown"]).toBe(formatNextSteps(next, { as: "markdown" }));
  expect(structuredClone(next)).toEqual(next);
});
