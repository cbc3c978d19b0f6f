import { type ErrorDecomposition, UsageError } from "../../core/index.js";
import type { BiasVariance } from "./bias-variance.js";

/** One part of the held-out error, in the ladder's meaning and in the true one; both columns have the same sum. */
export interface BiasVarianceRow {
  readonly part: "irreducible" | "bias" | "variance" | "sum";
  /** Of the ladder: given, train − irreducible, trainVal − train. */
  readonly ladder: number;
  /** Over training sets: noise, error of the vote − noise, mean error − error of the vote. */
  readonly true: number;
  readonly difference: number;
  /** Why the two may differ. */
  readonly note: string;
}

/**
 * The ladder's bias and variance beside the true ones. Both take the same held-out error apart, at different places: the ladder
 * at the training error, which training has pushed down, theory at the error of all models' vote.
 *
 * What the ladder calls variance is the gap between training and held-out images; a network that memorises has much of it,
 * and little bias, whatever its true bias is.
 *
 * @param ladder - of the same models: the mean over them, from `decomposeErrorOverSeeds`, or of one of them
 * @param truth - on `trainVal`, from `biasVariance`
 * @throws UsageError for a ladder without its three lowest terms
 * @example
 * const one = (estimate: number) => ({ estimate, low: estimate, high: estimate });
 * const zeroOne = { loss: one(0.27), noise: one(0.01), majority: one(0.16), systematicEffect: one(0.15), varianceEffect: one(0.11) };
 * const ladder = decomposeError({ irreducible: 0.01, train: 0.2, trainVal: 0.27, test: 0.28 });
 * const rows = reconcileBiasVariance(ladder, { zeroOne });
 * rows.map((row) => [row.part, row.ladder.toFixed(2), row.true.toFixed(2)]); // [["irreducible", "0.01", "0.01"], ["bias", "0.19", "0.15"], ["variance", "0.07", "0.11"], ["sum", "0.27", "0.27"]]
 */
export function reconcileBiasVariance(
  ladder: Pick<ErrorDecomposition, "terms">,
  truth: {
    readonly zeroOne: Pick<BiasVariance["zeroOne"], "noise" | "systematicEffect" | "varianceEffect">;
  },
): BiasVarianceRow[] {
  const of = (name: string): number => {
    const term = ladder.terms.find((each) => each.name === name);
    if (term !== undefined) return term.estimate;
    throw new UsageError({
      got: `a decomposition without ${name}.`,
      expected: "the terms irreducible, avoidableBias and variance.",
      fix: "pass what decomposeError or decomposeErrorOverSeeds returns.",
    });
  };
  const { noise, systematicEffect, varianceEffect } = truth.zeroOne;
  const row = (
    part: BiasVarianceRow["part"],
    ours: number,
    theirs: number,
    note: string,
  ): BiasVarianceRow => ({
    ...{ part, ladder: ours, true: theirs, difference: ours - theirs, note },
  });
  const rows = [
    row("irreducible", of("irreducible"), noise.estimate, "the same, where both know the noise"),
    row(
      "bias",
      of("avoidableBias"),
      systematicEffect.estimate,
      "the ladder's is smaller by what training has memorised",
    ),
    row("variance", of("variance"), varianceEffect.estimate, "the ladder's is larger by as much"),
  ];
  const sum = (key: "ladder" | "true") => rows.reduce((total, each) => total + each[key], 0);
  return [...rows, row("sum", sum("ladder"), sum("true"), "held-out error of the training distribution")];
}
