import { atSeverity } from "./at-severity.js";
import type { ConditionKind, Effect } from "./condition-kind.js";

const coarsen: Effect = (canvas, _scene, severity) => {
  const { size, colour, scratch } = canvas;
  const small = Math.max(4, Math.round(size * atSeverity(severity, [0.72, 0.54, 0.42, 0.32, 0.24])));
  // Rows first, then columns, each there and back: the mean over a large pixel, then straight lines between them.
  resample(colour, scratch, size, small, 3, size * 3);
  resample(scratch, colour, size, small, size * 3, 3);
};

/** Takes all lines of pixels, `step` apart, to `small` pixels and back; the lines are `apart` from each other. */
function resample(
  from: Float32Array,
  to: Float32Array,
  size: number,
  small: number,
  step: number,
  apart: number,
): void {
  const ratio = size / small;
  const coarse = new Float32Array(small * size * 3);
  const sums = new Float64Array(size * 3);
  for (let i = 0; i < small; i++) {
    sums.fill(0);
    for (let at = Math.floor(i * ratio); at < (i + 1) * ratio && at < size; at++) {
      const share = Math.min(at + 1, (i + 1) * ratio) - Math.max(at, i * ratio);
      for (let line = 0; line < size; line++)
        for (let channel = 0; channel < 3; channel++) {
          const sum = line * 3 + channel;
          sums[sum] = sums[sum]! + from[line * apart + at * step + channel]! * share;
        }
    }
    for (let sum = 0; sum < size * 3; sum++) coarse[i * size * 3 + sum] = sums[sum]! / ratio;
  }
  for (let i = 0; i < size; i++) {
    const place = Math.min(small - 1, Math.max(0, (i + 0.5) / ratio - 0.5));
    const left = Math.floor(place);
    const right = Math.min(small - 1, left + 1);
    for (let line = 0; line < size; line++)
      for (let channel = 0; channel < 3; channel++) {
        const value = coarse[(left * size + line) * 3 + channel]!;
        const next = coarse[(right * size + line) * 3 + channel]!;
        to[line * apart + i * step + channel] = value + (next - value) * (place - left);
      }
  }
}

/** The picture was taken small and has been enlarged. */
export const lowResolution: ConditionKind = { draw: coarsen };
