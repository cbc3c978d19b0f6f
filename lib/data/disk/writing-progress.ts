import { ProgressOutput, type ProgressOutputParts, progressBar } from "../../core/index.js";
import type { WritingProgress } from "./progress.js";

/** Tells how far the writing of a data set is. */
export function writingProgress(parts: ProgressOutputParts = {}): {
  show(progress: WritingProgress): void;
  end(): void;
} {
  const output = new ProgressOutput(parts);
  let last: WritingProgress | undefined;
  return {
    show(progress) {
      last = progress;
      output.show(() => writingText(progress));
    },
    end() {
      if (last !== undefined) output.end(writingText(last));
    },
  };
}

function writingText({ split, written, samples, samplesPerSecond, secondsLeft }: WritingProgress): string {
  const count = (value: number) => Math.round(value).toLocaleString("en");
  const speed = samplesPerSecond > 0 ? [`${count(samplesPerSecond)} samples/s`] : [];
  const left = secondsLeft > 0 ? [`${Math.ceil(secondsLeft)} s left`] : [];
  const far = `${progressBar(written / samples)} ${count(written)} of ${count(samples)} samples`;
  return [far, split, ...speed, ...left].join("  ");
}
