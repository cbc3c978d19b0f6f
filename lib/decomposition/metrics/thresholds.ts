import type { OneAgainstRest } from "./positive-class.js";

/** What lies at or above a threshold. */
export interface AtThreshold {
  readonly threshold: number;
  readonly truePositives: number;
  readonly falsePositives: number;
}

/**
 * Each score that occurs as a threshold, from the highest to the lowest, and how many samples reach it.
 *
 * @example
 * const log = { scores: Float32Array.of(0.5, 0.25, 0.5), positive: Uint8Array.of(1, 1, 0), positives: 2 };
 * thresholds(log)[0]; // { threshold: 0.5, truePositives: 1, falsePositives: 1 }
 */
export function thresholds({ scores, positive }: OneAgainstRest): AtThreshold[] {
  const order = Uint32Array.from({ length: scores.length }, (_, i) => i).sort(
    (a, b) => scores[b]! - scores[a]!,
  );
  const steps: AtThreshold[] = [];
  let truePositives = 0;
  for (let i = 0; i < order.length; i++) {
    truePositives += positive[order[i]!]!;
    const threshold = scores[order[i]!]!;
    if (i + 1 === order.length || scores[order[i + 1]!] !== threshold)
      steps.push({ threshold, truePositives, falsePositives: i + 1 - truePositives });
  }
  return steps;
}
