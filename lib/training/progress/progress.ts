import type { History } from "../../core/index.js";
import type { StepReport } from "./step-report.js";

/** Whatever shows how far a training is. */
export interface Progress {
  /** After an update; the report is made only when it is shown. */
  step(report: () => StepReport): void;
  /** After an epoch, with the history so far. */
  epoch(history: History, outlook: Pick<StepReport, "epochs" | "secondsLeft">): void;
  /** Leaves things tidy, whatever ended the training. */
  end(): void;
}
