import { type Border, borderIndex } from "./border.js";
import type { Image } from "./image.js";
import { pack, packPixels, ready, unpackSums, weightSum } from "./rgb-lanes.js";
import { scratch } from "./scratch.js";
import type { SourceMap } from "./source-map.js";
import { sumsScratch } from "./sums.js";

const packedPixels = scratch(Float64Array);
const edgePixels = scratch(Int32Array);
const sumsOf = sumsScratch();

/** `remap` for bytes of red, green and blue: places count to 1/512 of a pixel, and a shade may be off by one. */
export function remapRgb(from: Image, to: Image, map: SourceMap, border: Border): void {
  const size = from.height * from.width;
  const packed = packedPixels(size + 1);
  const edges = edgePixels(size);
  const { values, words } = sumsOf(size);
  packPixels(from, packed);
  const count = remapInside(packed, values, edges, from, map);
  remapEdges(packed, values, edges.subarray(0, count), from, map, border);
  unpackSums(words, to);
}

/** Fills in what lies between four pixels, and lists the rest: how many. It calls nothing, so that it stays fast. */
function remapInside(
  packed: Float64Array,
  values: Float64Array,
  edges: Int32Array,
  { height, width }: Image,
  { x: placesX, y: placesY }: SourceMap,
): number {
  const size = height * width;
  let count = 0;
  for (let pixel = 0; pixel < size; pixel++) {
    const sourceX = placesX[pixel]!;
    const sourceY = placesY[pixel]!;
    const x = sourceX >> 16;
    const y = sourceY >> 16;
    // What is below 0 is a great number without its sign.
    if (x >>> 0 >= width - 1 || y >>> 0 >= height - 1) {
      edges[count++] = pixel;
      continue;
    }
    const here = x + Math.imul(y, width);
    const below = here + width;
    // The four weights, in 1/512.
    const shareX = (sourceX >>> 7) & 511;
    const shareY = (sourceY >>> 7) & 511;
    const ofAcross = (shareX * shareY + 256) >> 9;
    const ofBelow = shareY - ofAcross;
    const ofRight = shareX - ofAcross;
    const ofHere = 512 - shareX - ofBelow;
    values[pixel] =
      packed[here]! * ofHere +
      packed[here + 1]! * ofRight +
      packed[below]! * ofBelow +
      packed[below + 1]! * ofAcross +
      ready;
  }
  return count;
}

function remapEdges(
  packed: Float64Array,
  values: Float64Array,
  edges: Int32Array,
  { height, width }: Image,
  { x: placesX, y: placesY }: SourceMap,
  border: Border,
): void {
  // One more pixel holds the grey beyond the edge, so that every neighbour is a place in one array.
  const outside = height * width;
  const isGrey = typeof border === "number";
  const grey = isGrey ? Math.round(border * 255) : 0;
  packed[outside] = pack(grey, grey, grey);
  const beyond = packed[outside]! * weightSum + ready;
  const place = (column: number, row: number): number =>
    column < 0 || row < 0 ? outside : column + row * width;
  for (let at = 0; at < edges.length; at++) {
    const pixel = edges[at]!;
    const sourceX = placesX[pixel]!;
    const sourceY = placesY[pixel]!;
    const x = sourceX >> 16;
    const y = sourceY >> 16;
    if (isGrey && (x < -1 || x >= width || y < -1 || y >= height)) {
      values[pixel] = beyond;
      continue;
    }
    const left = borderIndex(x, width, border);
    const right = borderIndex(x + 1, width, border);
    const top = borderIndex(y, height, border);
    const bottom = borderIndex(y + 1, height, border);
    const shareX = (sourceX >>> 7) & 511;
    const shareY = (sourceY >>> 7) & 511;
    const ofAcross = (shareX * shareY + 256) >> 9;
    values[pixel] =
      packed[place(left, top)]! * (512 - shareX - shareY + ofAcross) +
      packed[place(right, top)]! * (shareX - ofAcross) +
      packed[place(left, bottom)]! * (shareY - ofAcross) +
      packed[place(right, bottom)]! * ofAcross +
      ready;
  }
}
