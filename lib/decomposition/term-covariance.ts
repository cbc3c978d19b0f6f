import { rungInterval } from "./rung.js";
import { type Term, weightedRungs } from "./term.js";

/**
 * How the terms' estimates err together, shape [terms, terms]: neighbours by minus the variance of the rung they share,
 * others not at all. All entries add up to the variance of the test error.
 *
 * A rung's standard error is half its interval over z, which is above 0 where nothing was wrong, too.
 */
export function termCovariance(terms: readonly Term[], z: number): number[][] {
  return terms.map((row) =>
    terms.map((column) => {
      let sum = 0;
      for (const a of weightedRungs(row))
        for (const b of weightedRungs(column)) {
          if (a.rung !== b.rung) continue;
          const { low, high } = rungInterval(a.rung, z);
          sum += a.weight * b.weight * ((high - low) / (2 * z)) ** 2;
        }
      return sum;
    }),
  );
}
