import { type RandomSource, UsageError } from "../../../core/index.js";
import { exponential, logarithm } from "../support/steady.js";

/** Refuses an alpha out of range. */
export function checkAlpha(name: string, alpha: number): void {
  if (typeof alpha === "number" && alpha >= 0 && alpha <= 4) return;
  throw new UsageError({
    got: `${name}.alpha is ${String(alpha)}.`,
    expected: "a number from 0 (no mixing) to 4 (mostly halves).",
    fix: `pass { alpha: ${name === "mixup" ? 0.2 : 1} }.`,
  });
}

/**
 * The share of the image's own in a mixture, 0.5 … 1: the greater of λ and 1 − λ, with λ from Beta(alpha, alpha).
 *
 * The two images take part alike, so this is the same mixture with the names exchanged. It keeps the image's label
 * the likeliest one, for whoever reads nothing else.
 *
 * @see M. Jöhnk, "Erzeugung von betaverteilten und gammaverteilten Zufallszahlen" (1964)
 */
export function drawShare(alpha: number, random: RandomSource): number {
  if (alpha === 0) return 1;
  for (;;) {
    // u^(1/alpha) and v^(1/alpha), as logarithms: at a small alpha both would be 0.
    const first = logarithm(1 - random()) / alpha;
    const second = logarithm(1 - random()) / alpha;
    const greater = Math.max(first, second);
    const ratio = exponential(Math.max(-600, Math.min(first, second) - greater));
    if (exponential(Math.max(-600, greater)) * (1 + ratio) <= 1) return 1 / (1 + ratio);
  }
}
