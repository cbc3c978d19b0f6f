import type { WritingProgress } from "../../data/index.js";

/** What a progress is printed to: standard error, or a test's own. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Seconds between two lines where lines stay, in a log. */
const every = 10;

/** Prints how far a writing is: in a terminal one line that changes, in a log a line now and then. */
export function progressLine(
  unit: string,
  stream: ProgressStream = process.stderr,
  now: () => number = () => performance.now() / 1000,
): { show(progress: WritingProgress): void; end(): void } {
  let last = now();
  let isOpen = false;
  return {
    show(progress) {
      if (stream.isTTY) {
        stream.write(`\r\x1b[K${progressText(progress, unit)}`);
        isOpen = true;
      } else if (now() - last >= every) {
        stream.write(`${progressText(progress, unit)}\n`);
        last = now();
      }
    },
    end() {
      if (isOpen) stream.write("\r\x1b[K");
    },
  };
}

/**
 * How far it is, how fast, and how long it will take.
 *
 * @example
 * progressText({ split: "train", written: 4000, samples: 10000, samplesPerSecond: 2000, secondsLeft: 3 }, "images");
 * // "train: 4,000 of 10,000 images, 2,000 images/s, 3 s left"
 */
export function progressText(
  { split, written, samples, samplesPerSecond, secondsLeft }: WritingProgress,
  unit: string,
): string {
  const count = (value: number): string => Math.round(value).toLocaleString("en");
  const far = `${split}: ${count(written)} of ${count(samples)} ${unit}`;
  if (samplesPerSecond === 0) return `${far}, already there`;
  return `${far}, ${count(samplesPerSecond)} ${unit}/s, ${duration(secondsLeft)} left`;
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
