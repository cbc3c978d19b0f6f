import { type ErrorDecomposition, type ErrorTerm, type ErrorTermName, quantile } from "../../core/index.js";

/** Differences of decimal fractions are off by a few units of the last place. */
const roundOff = 1e-12;

/** A term with what it comes to in each draw. */
export interface DrawnTerm {
  readonly name: ErrorTermName;
  readonly estimate: number;
  readonly values: Float64Array;
  readonly exact: boolean;
}

/** The middle of the draws. */
export function limitsOf(values: Float64Array, confidence: number): { low: number; high: number } {
  const sorted = Array.from(values).sort((a, b) => a - b);
  return { low: quantile(sorted, (1 - confidence) / 2), high: quantile(sorted, (1 + confidence) / 2) };
}

/** How many standard errors hold all terms at once in as many draws as `confidence` says. */
export function bandReach(
  terms: readonly { estimate: number; values: Float64Array }[],
  spreads: readonly number[],
  confidence: number,
): number {
  const farthest = Array.from(terms[0]!.values, (_, draw) =>
    Math.max(
      ...terms.map(({ estimate, values }, i) =>
        spreads[i] === 0 ? 0 : Math.abs(values[draw]! - estimate) / spreads[i]!,
      ),
    ),
  );
  return quantile(
    farthest.sort((a, b) => a - b),
    confidence,
  );
}

/** How two terms vary together over the draws. */
export function covarianceOf(first: Float64Array, second: Float64Array): number {
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [a, b] = [mean(first), mean(second)];
  return first.reduce((sum, value, i) => sum + (value - a) * (second[i]! - b), 0) / (first.length - 1);
}

/** The dominant term and its rivals, by the rules of `decomposeError`. */
export function judgeDrawn(
  terms: readonly DrawnTerm[],
  described: readonly ErrorTerm[],
  confidence: number,
): Pick<ErrorDecomposition, "dominant" | "rivals"> {
  const sorted = terms
    .map((term, i) => ({ ...term, band: described[i]!.band }))
    .filter(({ name }) => name !== "irreducible")
    .sort((a, b) => (Math.abs(a.estimate - b.estimate) <= roundOff ? 0 : b.estimate - a.estimate));
  const dominant = sorted.find(({ band }) => band.low > roundOff);
  if (dominant === undefined) return { dominant: "undecided", rivals: [] };
  const rivals = sorted.filter(({ name, values }) => {
    const lead = values.map((value, draw) => dominant.values[draw]! - value);
    return name !== dominant.name && limitsOf(lead, confidence).low <= roundOff;
  });
  return {
    dominant: dominant.name as ErrorDecomposition["dominant"],
    rivals: rivals.map(({ name }) => name),
  };
}
