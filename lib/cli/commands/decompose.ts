import { type Command, fine } from "../command.js";
import { decompositionTable } from "../decompose/decomposition-table.js";
import { type DrawnFigure, drawFigure } from "../decompose/draw-figure.js";
import { numberOption } from "../number-option.js";
import { parseArguments } from "../parse-arguments.js";
import { assertReportFile, writeReport } from "../report/write-report.js";

const usage = `
Usage: deep-pessimist decompose LOG… [options]

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
      figure: { type: "string" },
      "no-figure": { type: "boolean", default: false },
      report: { type: "string" },
      target: { type: "string" },
    });
    const irreducible = numberOption("irreducible", values.irreducible);
    const confidence = numberOption("confidence", values.confidence);
    const trainSize = values["train-size"];
    const target = values.target === undefined ? {} : { target: numberOption("target", values.target) };
    if (values.report !== undefined) assertReportFile(values.report);
    const { decomposeError, ladderFromLogs, readPredictionLog } = await import(
      "../../decomposition/index.js"
    );
    const logs = await Promise.all(positionals.map((path) => readPredictionLog(path)));
    const counted = trainSize === undefined ? {} : { trainSize: numberOption("train-size", trainSize) };
    const result = decomposeError(ladderFromLogs(logs, { irreducible, ...counted }), { confidence });
    if (!values.json) console.log(decompositionTable(result));
    const drawn: DrawnFigure = values["no-figure"] ? {} : await drawFigure(result, values.figure);
    if (values.json) console.log(JSON.stringify({ ...result, figure: drawn.file ?? null }, null, 2));
    else if (drawn.file !== undefined) console.log(`\nDrawn to ${drawn.file}`);
    if (values.report !== undefined) {
      const { modelReport } = await import("../report/model-report.js");
      await writeReport(values.report, modelReport(result, logs, { irreducible, ...target }));
      if (!values.json) console.log(`Report written to ${values.report}`);
    }
    if (drawn.problem !== undefined) console.error(`\nNot drawn: ${drawn.problem}`);
    return fine;
  },
};
