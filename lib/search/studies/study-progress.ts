import { ProgressOutput, type ProgressOutputParts, progressBar, shortValue } from "../../core/index.js";
import type { TrialRecord } from "../trials/trial-record.js";

interface Progress {
  /** After a trial, with the study as it stands. */
  trial(): void;
  end(): void;
}

/** Tells how far a study is: trials that have ended, those that failed, and the best value. */
export function studyProgress(
  study: { readonly trials: readonly TrialRecord[]; readonly best: TrialRecord | undefined },
  trials: number,
  parts: ProgressOutputParts = {},
): Progress {
  const output = new ProgressOutput(parts);
  const text = () => {
    const { best } = study;
    const ended = study.trials.filter(({ state }) => state !== "running" && state !== "waiting");
    const failed = ended.filter(({ state }) => state === "failed").length;
    const words = [
      `${progressBar(ended.length / trials)} ${ended.length}/${trials} trials`,
      ...(failed > 0 ? [`${failed} failed`] : []),
      ...(best === undefined ? [] : [`best ${shortValue(best.value, 4)} (trial ${best.number})`]),
    ];
    return words.join("  ");
  };
  return { trial: () => output.show(text), end: () => output.end(text()) };
}
