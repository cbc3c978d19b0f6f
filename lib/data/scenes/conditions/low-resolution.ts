import { atSeverity } from "./at-severity.js";
import type { ConditionKind, Effect } from "./condition-kind.js";

const coarsen: Effect = (canvas, _scene, severity) => {
  const { size, colour, scratch } = canvas;
  const small = Math.max(4, Math.round(size * atSeverity(severity, [0.72, 0.54, 0.42, 0.32, 0.24])));
  // Rows first, then columns, each there and back: the mean over a large pixel, then straight lines between them.
  resample(colour, scratch, size, small, 3, size * 3);
  resample(scratch, colour, size, small, size * 3, 3);
};

/** Takes every line of pixels, `step` apart, to `small` pixels and back; the lines are `apart` from each other. */
function resample(
  from: Float32Array,
  to: Float32Array,
  size: number,
  small: number,
  step: number,
  apart: number,
): void {
  const coarse = new Float32Array(small);
  const ratio = size / small;
  for (let line = 0; line < size; line++)
    for (let channel = 0; channel < 3; channel++) {
      const start = line * apart + channel;
      for (let i = 0; i < small; i++) {
        let sum = 0;
        for (let at = Math.floor(i * ratio); at < (i + 1) * ratio && at < size; at++)
          sum += from[start + at * step]! * (Math.min(at + 1, (i + 1) * ratio) - Math.max(at, i * ratio));
        coarse[i] = sum / ratio;
      }
      for (let i = 0; i < size; i++) {
        const place = Math.min(small - 1, Math.max(0, (i + 0.5) / ratio - 0.5));
        const left = Math.floor(place);
        const right = Math.min(small - 1, left + 1);
        to[start + i * step] = coarse[left]! + (coarse[right]! - coarse[left]!) * (place - left);
      }
    }
}

/** The picture was taken small and has been enlarged. */
export const lowResolution: ConditionKind = { draw: coarsen };
