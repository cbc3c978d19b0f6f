import { formatPercent } from "../../core/index.js";
import type { Slice } from "./slice.js";

/** A report in words: the worst slices, and what they would bring. */
export function slicesReading({
  slices,
  samples,
  errors,
  tested,
  confidence,
}: {
  slices: readonly Slice[];
  samples: number;
  errors: number;
  tested: number;
  confidence: number;
}): string {
  const among = `the ${tested.toLocaleString("en")} slices of ${samples.toLocaleString("en")} samples`;
  const scale = errors / samples;
  const percent = (rate: number) => formatPercent(rate, Math.max(scale, 1e-9));
  const [first, ...others] = slices;
  if (first === undefined)
    return errors === 0
      ? `No slice to look for: none of ${samples.toLocaleString("en")} samples is wrong.`
      : `None of ${among} is worse than the rest by more than chance explains.`;
  const { text, error, recoverable, shareOfErrors } = first;
  const more = others.slice(0, 2).map((slice) => `${slice.text} (${percent(slice.recoverable.estimate)})`);
  const level = Number((100 * confidence).toPrecision(6));
  return [
    `Of ${among}, ${text} stands out most: ${percent(error.estimate)} % of its samples are wrong, and it holds`,
    `${Math.round(100 * shareOfErrors.estimate)} % of all errors. Were it like the rest, the error would be`,
    `${percent(recoverable.estimate)} points lower (${level} % interval ${percent(recoverable.low)} to ${percent(recoverable.high)}, having been picked).`,
    ...(more.length > 0 ? [`Then ${more.join(" and ")}.`] : []),
  ].join(" ");
}
