import { checkOptions, integerBelow, UsageError } from "../../../core/index.js";
import type { ImageAugmentation } from "../augmentation.js";
import { copyImage, type Image } from "../support/image.js";

/** Options for {@link quarterTurn}. */
export interface QuarterTurnOptions {
  /** How many quarters of a turn, clockwise, one of which is drawn; defaults to [0, 1, 2, 3], each equally likely. */
  turns?: readonly (0 | 1 | 2 | 3)[];
}

/**
 * Turned by 0°, 90°, 180° or 270°, without any blur.
 *
 * For what has no top: seen through a microscope, or from above. A quarter needs square images.
 *
 * @throws UsageError when there are no turns, or others than these; when an image to be turned by 90° is not square
 * @example
 * quarterTurn({ turns: [2] }).settings; // { turns: [2] }
 */
export function quarterTurn(options: QuarterTurnOptions = {}): ImageAugmentation {
  checkOptions("quarterTurn", options, ["turns"]);
  const { turns = [0, 1, 2, 3] } = options;
  if (!Array.isArray(turns) || turns.length === 0 || turns.some((turn) => ![0, 1, 2, 3].includes(turn)))
    throw new UsageError({
      got: `quarterTurn.turns is ${JSON.stringify(turns)}.`,
      expected: "some of 0, 1, 2 and 3: quarters of a turn, clockwise.",
      fix: "pass { turns: [2] } for 180°, or rotate({ degrees: 15 }) for other angles.",
    });
  return {
    name: "quarterTurn",
    labels: "kept",
    settings: { turns },
    apply(from, to, random) {
      const turn = turns[integerBelow(turns.length, random)]!;
      if (turn === 0) copyImage(from, to);
      else turnBy(turn, from, to);
    },
  };
}

function turnBy(turn: 1 | 2 | 3, from: Image, to: Image): void {
  const { height, width, channels, pixels } = from;
  if (turn !== 2 && height !== width)
    throw new UsageError({
      got: `quarterTurn is to turn images of ${height} × ${width} pixels by 90°.`,
      expected: "square images: a turned one must have the same shape.",
      fix: "pass { turns: [0, 2] }, or cut the images square.",
    });
  // Where the first pixel of the result lies in the source, and the steps to its right and lower neighbours.
  const row = width * channels;
  const [start, right, down] = {
    1: [(height - 1) * row, -row, channels],
    2: [(height - 1) * row + row - channels, -channels, -row],
    3: [row - channels, row, -channels],
  }[turn] as [number, number, number];
  const target = to.pixels;
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0, source = start + y * down; x < width; x++, source += right)
      if (channels === 3) {
        target[at++] = pixels[source]!;
        target[at++] = pixels[source + 1]!;
        target[at++] = pixels[source + 2]!;
      } else for (let c = 0; c < channels; c++) target[at++] = pixels[source + c]!;
}
