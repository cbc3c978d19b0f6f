import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { classificationMetrics, readPredictionLog } from "../../../lib/decomposition/index.js";

const fixtures = "test/decomposition/logs/fixtures";

/** What scikit-learn says of its own predictions: fixtures/make_scikit_learn.py. */
const golden = JSON.parse(readFileSync(`${fixtures}/scikit-learn.json`, "utf8")) as {
  classes: string[];
  accuracy: number;
  logLoss: number;
  macroArea: number;
};

test.each(["scikit-learn-test.csv", "scikit-learn-test.parquet", "scikit-learn-categorical.parquet"])(
  "a log that a scikit-learn user wrote comes to scikit-learn's numbers: %s",
  async (file) => {
    const log = await readPredictionLog(`${fixtures}/${file}`, { split: "test" });
    expect([log.split, log.labels.length, log.classes]).toEqual(["test", 38, golden.classes]);
    expect([Object.keys(log.tags), log.ids[0]]).toEqual([["petal_length"], "114"]);
    const { accuracy, logLoss, areaUnderRoc } = classificationMetrics(log, { resamples: 2 });
    expect(accuracy.estimate).toBe(golden.accuracy);
    expect([logLoss.estimate, areaUnderRoc!.estimate]).toBeAllClose([golden.logLoss, golden.macroArea]);
  },
);
