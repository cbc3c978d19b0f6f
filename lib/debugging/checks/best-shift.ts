import type { NearestPairs } from "./nearest-pairs.js";

/** How often look-alikes share their label, as the labels stand and as they would stand best. */
export interface BestShift {
  /** Places by which the labels would move: sample i would take label i + shift, or shift − i when reversed. */
  readonly shift: number;
  readonly reversed: boolean;
  /** Pairs that both orders have labels for. */
  readonly pairs: number;
  /** Share of these pairs with the same label, as the labels stand. */
  readonly agreement: number;
  /** The same with the labels moved. */
  readonly better: number;
  /** How surely the other order is better: McNemar's statistic, in standard deviations. */
  readonly z: number;
}

/**
 * Tries every shift of the labels, forwards and backwards, on pairs of samples that look alike.
 *
 * Labels cut from the same rows as the samples agree most where they stand. Each other order is compared with it by
 * McNemar's test, on the pairs that have labels under both.
 *
 * @param labels - one class a sample
 * @see Q. McNemar, "Note on the Sampling Error of the Difference between Correlated Proportions" (1947)
 * @example
 * const pairs = { first: Uint32Array.of(0, 1), second: Uint32Array.of(2, 3) };
 * bestShift(Int32Array.of(5, 6, 5, 6), pairs).z; // 0
 */
export function bestShift(
  labels: Int32Array,
  { first, second }: Pick<NearestPairs, "first" | "second">,
): BestShift {
  const samples = labels.length;
  const standing = first.map((row, i) => Number(labels[row] === labels[second[i]!]));
  let best: BestShift = { shift: 0, reversed: false, pairs: 0, agreement: 0, better: 0, z: 0 };
  const look = (shift: number, sign: 1 | -1): void => {
    let [pairs, agreed, agreeing, both] = [0, 0, 0, 0];
    for (let i = 0; i < first.length; i++) {
      const one = labels[shift + sign * first[i]!];
      const other = labels[shift + sign * second[i]!];
      if (one === undefined || other === undefined) continue; // the shift leads beyond the labels
      pairs++;
      agreed += standing[i]!;
      if (one !== other) continue;
      agreeing++;
      both += standing[i]!;
    }
    const [gained, lost] = [agreeing - both, agreed - both];
    const z = gained + lost === 0 ? 0 : (gained - lost) / Math.sqrt(gained + lost);
    if (z > best.z)
      best = { shift, reversed: sign < 0, pairs, agreement: agreed / pairs, better: agreeing / pairs, z };
  };
  for (let shift = 1 - samples; shift < samples; shift++) if (shift !== 0) look(shift, 1);
  for (let shift = 1; shift < 2 * samples - 2; shift++) look(shift, -1);
  return best;
}
