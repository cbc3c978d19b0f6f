import { checkOptions } from "../../../core/index.js";
import type { ImageAugmentation } from "../augmentation.js";
import { type Border, checkBorder } from "../support/border.js";
import { copyImage, type Image } from "../support/image.js";
import { remap } from "../support/remap.js";
import { sourceMap } from "../support/source-map.js";
import { draw, rangeOf, type Strength } from "../support/strength.js";

/** Options for {@link perspective}. */
export interface PerspectiveOptions {
  /** How far each corner moves, in shares of the side, up to 0.3; defaults to 0.1. */
  corners?: Strength;
  /** What comes in at the edge; defaults to "reflect". */
  border?: Border;
}

type Point = readonly [x: number, y: number];

/**
 * Seen from elsewhere: each corner of the picture moves by itself.
 *
 * @throws UsageError when the strength is out of range
 * @example
 * perspective({ corners: 0.2 }).settings; // { corners: [0, 0.2], border: "reflect" }
 */
export function perspective(options: PerspectiveOptions = {}): ImageAugmentation {
  checkOptions("perspective", options, ["corners", "border"]);
  const { border = "reflect" } = options;
  checkBorder("perspective", border);
  const corners = rangeOf("perspective.corners", options.corners ?? 0.1, {
    kind: "amount",
    most: 0.3,
    example: 0.1,
  });
  return {
    name: "perspective",
    labels: "kept",
    settings: { corners, border },
    apply(from, to, random) {
      const reach = draw(corners, random);
      const corner = (x: number, y: number): Point => [
        x + reach * (2 * random() - 1),
        y + reach * (2 * random() - 1),
      ];
      const quadrilateral = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)] as const;
      if (reach === 0) copyImage(from, to);
      else warpPerspective(from, to, quadrilateral, border);
    },
  };
}

/**
 * Draws an image whose corners show what stands at four points of the source, given in shares of its sides clockwise
 * from the top left.
 *
 * @see P. Heckbert, "Fundamentals of Texture Mapping and Image Warping" (1989), section 2.2.3
 */
export function warpPerspective(
  from: Image,
  to: Image,
  [[x0, y0], [x1, y1], [x2, y2], [x3, y3]]: readonly [Point, Point, Point, Point],
  border: Border,
): void {
  const right = from.width - 1;
  const bottom = from.height - 1;
  const [sumX, sumY] = [x0 - x1 + x2 - x3, y0 - y1 + y2 - y3];
  const [acrossX, acrossY] = [x1 - x2, y1 - y2];
  const [alongX, alongY] = [x3 - x2, y3 - y2];
  const area = acrossX * alongY - alongX * acrossY;
  const g = (sumX * alongY - alongX * sumY) / area;
  const h = (acrossX * sumY - sumX * acrossY) / area;
  // Across a row, the three parts of both fractions grow by the same steps from pixel to pixel.
  const stepX = (x1 - x0 + g * x1) / Math.max(1, right);
  const stepY = (y1 - y0 + g * y1) / Math.max(1, right);
  const step = g / Math.max(1, right);
  const map = sourceMap(from);
  for (let y = 0, pixel = 0; y <= bottom; y++) {
    const v = bottom === 0 ? 0 : y / bottom;
    const startX = (x3 - x0 + h * x3) * v + x0;
    const startY = (y3 - y0 + h * y3) * v + y0;
    const start = h * v + 1;
    for (let x = 0; x <= right; x++, pixel++) {
      const unit = 65536 / (start + step * x);
      map.x[pixel] = Math.floor((startX + stepX * x) * unit * right + 0.5);
      map.y[pixel] = Math.floor((startY + stepY * x) * unit * bottom + 0.5);
    }
  }
  remap(from, to, map, border);
}
