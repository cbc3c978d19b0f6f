import type { ErrorDecomposition, ErrorTermName, Interval, PredictionLog } from "../../core/index.js";
import type { Evidence } from "./evidence.js";

/** The evidence, checked and in the form that the causes are looked for in. */
export interface Clues extends Omit<Evidence, "decomposition" | "logs"> {
  readonly decomposition: ErrorDecomposition;
  /** By split; the train, trainVal, testVal and test among them. */
  readonly logs: Readonly<Partial<Record<string, PredictionLog>>>;
  /** The smallest part of the test error that is worth work. */
  readonly worthwhile: number;
  /** Of a statement about the logs. */
  readonly confidence: number;
  /** A term with its band, for all terms are asked about at once; undefined where the ladder has no such term. */
  term(name: ErrorTermName): Interval | undefined;
  /** A rate in points, with as many decimals as its neighbours. */
  points(rate: number): string;
}
