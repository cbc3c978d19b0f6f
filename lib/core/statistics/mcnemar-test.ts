import { logGamma } from "./log-gamma.js";
import { assertPairedCounts, type PairedCounts } from "./paired-counts.js";

/** How surprising it is that two models differ so much, were one as good as the other. */
export interface McNemarTest {
  /** Probability of as many samples or more on one side, from the binomial; never too small. */
  readonly exact: number;
  /** The same with half of what is exactly as far out: closer to what is promised on average. */
  readonly midP: number;
  /** McNemar's statistic with Edwards' correction, (|b − c| − 1)²/(b + c); 0 where the models never differ. */
  readonly chiSquare: number;
}

/**
 * McNemar's test of two models on the same samples, from those alone that one of them got wrong and the other did not.
 *
 * @throws UsageError when the counts are no counts; the two that count must be whole
 * @see Q. McNemar, "Note on the sampling error of the difference between correlated proportions" (1947); M. Fagerland,
 *   S. Lydersen and P. Laake, "The McNemar test for binary matched-pairs data: mid-p and asymptotic are better than
 *   exact conditional" (2013)
 * @example
 * mcnemarTest({ bothWrong: 1, firstWrong: 0, secondWrong: 5, bothRight: 9 }).exact; // 0.0625
 */
export function mcnemarTest(counts: PairedCounts): McNemarTest {
  assertPairedCounts("mcnemarTest", counts);
  const { firstWrong, secondWrong } = counts;
  const differ = firstWrong + secondWrong;
  if (differ === 0) return { exact: 1, midP: 1, chiSquare: 0 };
  const fewer = Math.min(firstWrong, secondWrong);
  const at = Math.exp(
    logGamma(differ + 1) - logGamma(fewer + 1) - logGamma(differ - fewer + 1) - differ * Math.LN2,
  );
  let [tail, term] = [0, at];
  for (let k = fewer; k >= 0 && term > tail * 1e-18; k--) {
    tail += term;
    term *= k / (differ - k + 1);
  }
  const distance = Math.max(0, Math.abs(firstWrong - secondWrong) - 1);
  return {
    exact: Math.min(1, 2 * tail),
    midP: Math.min(1, 2 * tail - at),
    chiSquare: distance ** 2 / differ,
  };
}
