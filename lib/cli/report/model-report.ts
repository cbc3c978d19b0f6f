import type { ErrorDecomposition, Figure, PredictionLog, Rate } from "../../core/index.js";
import {
  calibration,
  classificationMetrics,
  confusionMatrix,
  findSlices,
  type MetricRow,
  metricRows,
  type SliceReport,
} from "../../decomposition/index.js";
// Not the folder's index: that will load TensorFlow one day, and a report never does.
import { type NextSteps, suggestNextSteps } from "../../improvement/next-steps/index.js";
import {
  plotConfusionMatrix,
  plotErrorDecomposition,
  plotReliability,
  plotSlices,
} from "../../plots/index.js";

/** One figure of a report, under its heading. */
export interface ReportSection {
  readonly heading: string;
  readonly figure: Figure;
}

/** A model's report, before it is written as a page or as Markdown. */
export interface ModelReport {
  readonly title: string;
  readonly decomposition: ErrorDecomposition;
  readonly next: NextSteps;
  readonly sections: readonly ReportSection[];
  /** The metrics of the whole split, without those of single classes. */
  readonly metrics: readonly MetricRow[];
  /** The split that was looked into. */
  readonly lookedInto: string;
}

/** Options of {@link modelReport}. */
export interface ModelReportOptions {
  readonly irreducible: Rate;
  readonly target?: number;
}

/**
 * Everything that the logs of one model say: what to do next, where the error comes from, and where the errors sit.
 *
 * Single errors are looked at on testVal, or trainVal where there is none, and never on test: whoever looks at test images tunes
 * the model to them.
 */
export function modelReport(
  decomposition: ErrorDecomposition,
  logs: readonly PredictionLog[],
  { irreducible, target }: ModelReportOptions,
): ModelReport {
  const looked =
    logs.find(({ split }) => split === "testVal") ?? logs.find(({ split }) => split === "trainVal")!;
  const run = logs.find((log) => log.run !== undefined)?.run;
  const { confidence } = decomposition;
  const slices = slicesOf(looked, confidence);
  const wished = target === undefined ? { irreducible } : { irreducible, target };
  return {
    title: run === undefined ? "Where the test error comes from" : `${run}: where the test error comes from`,
    decomposition,
    next: suggestNextSteps({ decomposition, logs, ...(slices === undefined ? {} : { slices }) }, wished),
    sections: [
      { heading: "The test error as a sum", figure: plotErrorDecomposition(decomposition) },
      ...(slices === undefined
        ? []
        : [{ heading: `Where the errors sit on ${looked.split}`, figure: plotSlices(slices) }]),
      {
        heading: `What is taken for what on ${looked.split}`,
        figure: plotConfusionMatrix(confusionMatrix(looked)),
      },
      {
        heading: `Whether its probabilities can be believed on ${looked.split}`,
        figure: plotReliability(calibration(looked, { confidence })),
      },
    ],
    metrics: metricRows(classificationMetrics(looked, { confidence })).filter((row) => row.class === ""),
    lookedInto: looked.split,
  };
}

/** Undefined where no tag varies: there is nothing to slice by. */
function slicesOf(log: PredictionLog, confidence: number): SliceReport | undefined {
  const varies = Object.values(log.tags).some((tag) => tag.some((value) => value !== tag[0]));
  return varies ? findSlices(log, { confidence }) : undefined;
}
