/**
 * The natural logarithm of the chance that at least `hits` of `drawn` samples are marked, when `marked` of `samples` are
 * and the draw is without replacement: Fisher's exact test of a slice against the rest, one-sided.
 *
 * @see R. A. Fisher, "The Design of Experiments" (1935); SciPy, `hypergeom.sf(hits - 1, samples, marked, drawn)`
 * @example
 * Math.exp(logHypergeometricTail({ samples: 10, marked: 5, drawn: 5, hits: 4 })).toFixed(6); // "0.103175"
 */
export function logHypergeometricTail(draw: {
  samples: number;
  marked: number;
  drawn: number;
  hits: number;
}): number {
  const { samples, marked, drawn, hits } = draw;
  const most = Math.min(marked, drawn);
  if (hits > most) return Number.NEGATIVE_INFINITY;
  if (hits <= Math.max(0, marked + drawn - samples)) return 0;
  const first =
    logChoose(marked, hits) + logChoose(samples - marked, drawn - hits) - logChoose(samples, drawn);
  let [term, sum] = [1, 1];
  for (let k = hits; k < most && term > 1e-17 * sum; k++) {
    term *= ((marked - k) * (drawn - k)) / ((k + 1) * (samples - marked - drawn + k + 1));
    sum += term;
  }
  return Math.min(0, first + Math.log(sum));
}

function logChoose(all: number, some: number): number {
  return logFactorial(all) - logFactorial(some) - logFactorial(all - some);
}

/** Stirling's series, good to 15 digits from 16 on. */
function logFactorial(n: number): number {
  if (n < 16) {
    let product = 1;
    for (let k = 2; k <= n; k++) product *= k;
    return Math.log(product);
  }
  const x = n + 1;
  const inverse = 1 / (x * x);
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / x;
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series;
}
