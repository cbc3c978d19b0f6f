import type { Dataset } from "../../lib/core/index.js";

/**
 * How far labels are from their posterior, in standard errors: in the worst of ten bins of η, the mean label less the
 * mean η. Where η is the true posterior this is a normal deviate or so in each bin.
 */
export function calibrationGap({ labels, tags }: Dataset): number {
  const bins = Array.from({ length: 10 }, () => ({ gap: 0, variance: 0 }));
  for (const [i, eta] of tags.bayesPosterior!.entries()) {
    const bin = bins[Math.min(9, Math.floor(eta * 10))]!;
    bin.gap += labels[i]! - eta;
    bin.variance += eta * (1 - eta);
  }
  // A bin with next to no doubt has next to no variance: one surprise in it is no evidence.
  return Math.max(...bins.map(({ gap, variance }) => Math.abs(gap) / Math.sqrt(variance + 1)));
}
