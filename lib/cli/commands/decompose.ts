import { UsageError, wrapped } from "../../core/index.js";
import { type Command, fine } from "../command.js";
import { decompositionTable } from "../decompose/decomposition-table.js";
import { type DrawnFigure, drawFigure } from "../decompose/draw-figure.js";
import { findingsText } from "../decompose/findings-text.js";
import { numberOption } from "../number-option.js";
import { parseArguments } from "../parse-arguments.js";
import { assertReportFile, writeReport } from "../report/write-report.js";

const usage = `
Usage: deep-pessimist decompose LOG… [options]
       deep-pessimist decompose --seeds LOG… [options]
       deep-pessimist decompose --paired LOG LOG [options]

Takes test error apart into five terms that add up to it, each with an interval: irreducible
error, avoidable bias, variance, distribution shift and validation overfitting. Draws them.

  LOG                 prediction logs of one model, Parquet or CSV: train, trainVal and test, and
                      testVal where there is a second validation set. Each needs the columns id,
                      label and probability_<class>; a file that does not say its split is taken
                      by its name, as in test.parquet or resnet-train-val.parquet
  --irreducible RATE  the error that nobody gets below, 0 to 1: a person's, or your goal; default 0
  --train-size N      images in the training set: an error counted on all of them has no sampling
                      error. By default the training log counts as a sample, which is cautious
  --confidence P      how often the intervals hold the true value; default 0.95
  --method NAME       the terms' intervals: newcombe or miettinen-nurminen; default newcombe
  --metric NAME       take another metric apart, by a bootstrap: logLoss, brier, balancedError or
                      areaAboveRoc; default the error rate
  --seeds             the logs are of several runs of one recipe, told apart by seed or run: the
                      intervals know which seed is chance, too
  --paired            compare two models on the same samples, or one model on the same scenes
                      under two conditions
  --looks N           how many candidates were compared on the last validation set: says how much
                      of the validation overfitting that explains
  --correlation R     how much those candidates' errors have in common, 0 to 1; default 0
  --figure FILE       where to draw, .svg or .html; default error-decomposition.svg
  --no-figure         do not draw
  --report FILE       write all that the logs say, .html or .md: what to do next, the sum, where the
                      errors sit, what is taken for what, whether probabilities can be believed
  --target RATE       the test error that is good enough, for the report
  --json              print the result as JSON
  -h, --help          print this

Exit code: 0 when the error was taken apart, whatever dominates: a measurement is no fault.
2 when it could not be.

Example: deep-pessimist decompose runs/7/*.parquet --irreducible 0.01 --report report.html
`;

/** `deep-pessimist decompose`. */
export const command: Command = {
  name: "decompose",
  summary: "take test error apart, from stored prediction logs",
  usage,
  async run(args) {
    const { values, positionals } = parseArguments("decompose", args, {
      irreducible: { type: "string", default: "0" },
      confidence: { type: "string", default: "0.95" },
      "train-size": { type: "string" },
      method: { type: "string" },
      metric: { type: "string" },
      seeds: { type: "boolean", default: false },
      paired: { type: "boolean", default: false },
      looks: { type: "string" },
      correlation: { type: "string", default: "0" },
      figure: { type: "string" },
      "no-figure": { type: "boolean", default: false },
      report: { type: "string" },
      target: { type: "string" },
    });
    const irreducible = numberOption("irreducible", values.irreducible);
    const confidence = numberOption("confidence", values.confidence);
    const correlation = numberOption("correlation", values.correlation);
    const looks = values.looks === undefined ? undefined : numberOption("looks", values.looks);
    const trainSize = values["train-size"];
    const target = values.target === undefined ? {} : { target: numberOption("target", values.target) };
    if (values.report !== undefined) assertReportFile(values.report);
    assertTogether(values);
    const { checkPredictionLogs, readPredictionLog } = await import("../../decomposition/index.js");
    const { analyse, looksAt } = await import("../decompose/analyse.js");
    if (values.paired) {
      const { comparePaths } = await import("../decompose/compare-paths.js");
      return comparePaths(positionals, { confidence, json: values.json });
    }
    const logs = await Promise.all(positionals.map((path) => readPredictionLog(path)));
    const result = analyse(logs, {
      ...{ irreducible, confidence, seeds: values.seeds },
      ...(values.method === undefined ? {} : { method: values.method }),
      ...(values.metric === undefined ? {} : { metric: values.metric }),
      ...(trainSize === undefined ? {} : { trainSize: numberOption("train-size", trainSize) }),
    });
    const findings = checkPredictionLogs(logs);
    const looked = looks === undefined ? undefined : looksAt(logs, { looks, correlation, confidence });
    const metric = "metric" in result ? result : undefined;
    if (!values.json) {
      console.log(decompositionTable(result, metric));
      if (looked !== undefined) console.log(`\n${wrapped(looked.reading, 88)}`);
      if (findings.length > 0) console.log(`\n${findingsText(findings)}`);
    }
    // The waterfall draws rates; of another unit there is the table.
    const drawable = metric === undefined || metric.unit === "points";
    const wanted = drawable && !values["no-figure"];
    const drawn: DrawnFigure = wanted ? await drawFigure(result, values.figure) : {};
    if (values.json) {
      const looksOf = looked === undefined ? {} : { looks: looked };
      console.log(JSON.stringify({ ...result, ...looksOf, findings, figure: drawn.file ?? null }, null, 2));
    } else if (drawn.file !== undefined) console.log(`\nDrawn to ${drawn.file}`);
    if (values.report !== undefined) {
      const { modelReport } = await import("../report/model-report.js");
      await writeReport(values.report, modelReport(result, logs, { irreducible, ...target }));
      if (!values.json) console.log(`Report written to ${values.report}`);
    }
    if (drawn.problem !== undefined) console.error(`\nNot drawn: ${drawn.problem}`);
    return fine;
  },
};

/** Refuses options that say different things. */
function assertTogether(values: {
  seeds: boolean;
  paired: boolean;
  metric?: string;
  method?: string;
  looks?: string;
  report?: string;
}): void {
  const asked = (["paired", "seeds", "metric"] as const).filter(
    (name) => values[name] === true || typeof values[name] === "string",
  );
  const idle = (["method", "looks", "report"] as const).filter((name) => values[name] !== undefined);
  const clash =
    asked.length > 1 ? asked.slice(0, 2) : asked.length === 1 && idle.length > 0 ? [asked[0]!, idle[0]!] : [];
  if (clash.length === 0) return;
  throw new UsageError({
    got: `--${clash[0]} together with --${clash[1]}.`,
    expected: "one of the two.",
    fix: `leave out --${clash[1]}.`,
  });
}
