import { between } from "../draws.js";
import type { ConditionKind, Effect } from "./condition-kind.js";

const smear: Effect = (canvas, _scene, severity, random) => {
  const { size, colour, scratch } = canvas;
  const tilt = between(-0.35, 0.35, random); // of the path: the tangent of half its angle
  const length = 0.028 * severity * size;
  const stepX = (1 - tilt * tilt) / (1 + tilt * tilt);
  const stepY = (2 * tilt) / (1 + tilt * tilt);
  const taps = Math.ceil(length) + 1;
  scratch.set(colour);
  colour.fill(0);
  for (let tap = 0; tap < taps; tap++) {
    const along = length * ((tap + 0.5) / taps - 0.5);
    addShifted(scratch, colour, size, along * stepX, along * stepY, 1 / taps);
  }
};

/** Adds the picture, moved by fractions of pixels: each pixel is a mixture of the four it falls between. */
function addShifted(
  from: Float32Array,
  to: Float32Array,
  size: number,
  moveX: number,
  moveY: number,
  weight: number,
): void {
  const left = Math.floor(moveX);
  const top = Math.floor(moveY);
  const shareX = moveX - left;
  const shareY = moveY - top;
  const within = (place: number): number => (place < 0 ? 0 : place >= size ? size - 1 : place);
  // Weights of the four, upper left to lower right.
  const w00 = weight * (1 - shareX) * (1 - shareY);
  const w01 = weight * shareX * (1 - shareY);
  const w10 = weight * (1 - shareX) * shareY;
  const w11 = weight * shareX * shareY;
  const first = Math.max(0, -left);
  const last = Math.min(size, size - 1 - left); // between them no column needs clamping
  const edges = Array.from({ length: size }, (_, column) => column).filter((c) => c < first || c >= last);
  for (let row = 0; row < size; row++) {
    const upper = within(row + top) * size * 3;
    const lower = within(row + top + 1) * size * 3;
    const start = row * size * 3;
    for (let at = first * 3; at < last * 3; at++) {
      const shifted = at + left * 3;
      const above = from[upper + shifted]! * w00 + from[upper + shifted + 3]! * w01;
      to[start + at] =
        to[start + at]! + above + from[lower + shifted]! * w10 + from[lower + shifted + 3]! * w11;
    }
    for (const column of edges) {
      const one = within(column + left) * 3;
      const two = within(column + left + 1) * 3;
      for (let channel = 0; channel < 3; channel++) {
        const at = start + column * 3 + channel;
        const above = from[upper + one + channel]! * w00 + from[upper + two + channel]! * w01;
        to[at] = to[at]! + above + from[lower + one + channel]! * w10 + from[lower + two + channel]! * w11;
      }
    }
  }
}

/** The car shakes while the shutter is open: everything is smeared along one path, most of all sideways. */
export const motionBlur: ConditionKind = { draw: smear };
