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
  for (let row = 0; row < size; row++) {
    const upper = within(row + top) * size;
    const lower = within(row + top + 1) * size;
    for (let column = 0; column < size; column++) {
      const first = within(column + left);
      const second = within(column + left + 1);
      const at = (row * size + column) * 3;
      for (let channel = 0; channel < 3; channel++) {
        const above =
          from[(upper + first) * 3 + channel]! * (1 - shareX) +
          from[(upper + second) * 3 + channel]! * shareX;
        const below =
          from[(lower + first) * 3 + channel]! * (1 - shareX) +
          from[(lower + second) * 3 + channel]! * shareX;
        to[at + channel] = to[at + channel]! + weight * (above + (below - above) * shareY);
      }
    }
  }
}

/** The car shakes while the shutter is open: everything is smeared along one path, most of all sideways. */
export const motionBlur: ConditionKind = { draw: smear };
