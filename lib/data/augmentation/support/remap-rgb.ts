import { type Border, borderIndex } from "./border.js";
import type { Image } from "./image.js";
import { pack, packPixels, ready, unpackSums, weightSum } from "./rgb-lanes.js";
import { scratch } from "./scratch.js";
import type { SourceMap } from "./source-map.js";
import { sumsScratch } from "./sums.js";

const packedPixels = scratch(Float64Array);
const sumsOf = sumsScratch();

/** `remap` for bytes of red, green and blue: places count to 1/512 of a pixel, and a shade may be off by one. */
export function remapRgb(from: Image, to: Image, map: SourceMap, border: Border): void {
  const { height, width } = from;
  const outside = height * width;
  const packed = packedPixels(outside + 1);
  const { values, words } = sumsOf(outside);
  packPixels(from, packed);
  // One more pixel holds the grey beyond the edge, so that every neighbour is a place in one array.
  const grey = typeof border === "number" ? Math.round(border * 255) : 0;
  packed[outside] = pack(grey, grey, grey);
  const isGrey = typeof border === "number";
  const beyond = packed[outside]! * weightSum + ready;
  const { x: placesX, y: placesY } = map;
  for (let pixel = 0; pixel < outside; pixel++) {
    const sourceX = placesX[pixel]!;
    const sourceY = placesY[pixel]!;
    const x = sourceX >> 16;
    const y = sourceY >> 16;
    let here = x + Math.imul(y, width);
    let right = here + 1;
    let below = here + width;
    let across = below + 1;
    if (x < 0 || x >= width - 1 || y < 0 || y >= height - 1) {
      if (isGrey && (x < -1 || x >= width || y < -1 || y >= height)) {
        values[pixel] = beyond;
        continue;
      }
      const columnHere = borderIndex(x, width, border);
      const columnRight = borderIndex(x + 1, width, border);
      const rowHere = borderIndex(y, height, border);
      const rowBelow = borderIndex(y + 1, height, border);
      here = rowHere < 0 || columnHere < 0 ? outside : columnHere + rowHere * width;
      right = rowHere < 0 || columnRight < 0 ? outside : columnRight + rowHere * width;
      below = rowBelow < 0 || columnHere < 0 ? outside : columnHere + rowBelow * width;
      across = rowBelow < 0 || columnRight < 0 ? outside : columnRight + rowBelow * width;
    }
    // The four weights, in 1/512.
    const shareX = (sourceX >>> 7) & 511;
    const shareY = (sourceY >>> 7) & 511;
    const ofAcross = (shareX * shareY + 256) >> 9;
    const ofBelow = shareY - ofAcross;
    const ofRight = shareX - ofAcross;
    const ofHere = 512 - shareX - ofBelow;
    values[pixel] =
      packed[here]! * ofHere +
      packed[right]! * ofRight +
      packed[below]! * ofBelow +
      packed[across]! * ofAcross +
      ready;
  }
  unpackSums(words, to);
}
