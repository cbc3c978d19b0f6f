import type { PredictionLog } from "../../core/index.js";

/** The columns of a log that label noise shows in. */
export type Labelled = Pick<PredictionLog, "labels" | "probabilities" | "classes">;
