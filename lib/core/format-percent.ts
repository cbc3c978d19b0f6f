/**
 * A rate in percent, without the sign "%": one decimal, or two where the rates are all below two percent.
 *
 * @param rate - 0.07 for 7 %
 * @param scale - the largest rate that stands beside it; defaults to 1
 * @example
 * formatPercent(0.0712); // "7.1"
 * formatPercent(-0.0012, 0.01); // "−0.12"
 */
export function formatPercent(rate: number, scale = 1): string {
  const text = (100 * rate).toFixed(scale < 0.02 ? 2 : 1);
  if (Number(text) === 0) return text.replace("-", "");
  return text.replace("-", "−");
}
