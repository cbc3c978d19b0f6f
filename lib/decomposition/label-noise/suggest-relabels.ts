import { checkOptions, type PredictionLog, UsageError } from "../../core/index.js";
import { estimateLabelNoise } from "./estimate-label-noise.js";

/** Options for {@link suggestRelabels}. */
export interface SuggestRelabelsOptions {
  /** How sure it must be that the label is wrong, 0.5…1; defaults to 0.9. */
  atLeast?: number;
}

/** A label that should probably be another. */
export interface Relabel {
  readonly row: number;
  readonly id: string;
  readonly given: string;
  readonly suggested: string;
  /** How probable it is that the label is wrong, 0…1. */
  readonly probability: number;
}

/**
 * Labels to change, the surest first. It changes nothing: look at them, for a rare kind of image looks like an error too.
 *
 * @param log - predictions for samples that the model was not trained on
 * @throws UsageError for a faulty log, or a certainty outside 0.5…1
 */
export function suggestRelabels(log: PredictionLog, options: SuggestRelabelsOptions = {}): Relabel[] {
  checkOptions("suggestRelabels", options, ["atLeast"]);
  const { atLeast = 0.9 } = options;
  if (!(atLeast >= 0.5 && atLeast <= 1))
    throw new UsageError({
      got: `suggestRelabels got { atLeast: ${atLeast} }.`,
      expected: "a probability from 0.5 to 1.",
      fix: "pass { atLeast: 0.9 }, or leave it out.",
    });
  const { wrong, suggested } = estimateLabelNoise(log);
  return Array.from(wrong, (probability, row) => ({ probability, row }))
    .filter(({ probability, row }) => probability >= atLeast && suggested[row] !== log.labels[row])
    .sort((a, b) => b.probability - a.probability || a.row - b.row)
    .map(({ probability, row }) => ({
      row,
      id: log.ids[row]!,
      given: log.classes[log.labels[row]!]!,
      suggested: log.classes[suggested[row]!]!,
      probability,
    }));
}
