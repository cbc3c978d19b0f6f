import { type Border, borderIndex } from "./border.js";
import type { Image } from "./image.js";
import { remapRgb } from "./remap-rgb.js";
import { isPackable } from "./rgb-lanes.js";
import { scratch } from "./scratch.js";
import type { SourceMap } from "./source-map.js";

const bytes = scratch(Uint8Array);
const floats = scratch(Float32Array);

/** Fills an image by looking each pixel up in another, between its four neighbours (bilinear). */
export function remap(from: Image, to: Image, map: SourceMap, border: Border): void {
  if (isPackable(from)) remapRgb(from, to, map, border);
  else remapAny(from, to, map, border);
}

function remapAny(
  { height, width, channels, white, pixels }: Image,
  to: Image,
  map: SourceMap,
  border: Border,
) {
  const outside = pixels.length;
  // One more pixel holds the grey beyond the edge, so that every neighbour is a place in one array.
  const source = (white === 255 ? bytes : floats)(outside + channels);
  source.set(pixels);
  source.fill(typeof border === "number" ? border * white : 0, outside, outside + channels);
  const row = width * channels;
  const place = (x: number, y: number): number => {
    const column = borderIndex(x, width, border);
    const line = borderIndex(y, height, border);
    return column < 0 || line < 0 ? outside : column * channels + line * row;
  };
  const target = to.pixels;
  for (let pixel = 0, at = 0; pixel < height * width; pixel++, at += channels) {
    const sourceX = map.x[pixel]!;
    const sourceY = map.y[pixel]!;
    const x = sourceX >> 16;
    const y = sourceY >> 16;
    let here = x * channels + y * row;
    let right = here + channels;
    let below = here + row;
    let across = below + channels;
    if (x < 0 || x >= width - 1 || y < 0 || y >= height - 1) {
      here = place(x, y);
      right = place(x + 1, y);
      below = place(x, y + 1);
      across = place(x + 1, y + 1);
    }
    const shareX = (sourceX & 65535) / 65536;
    const shareY = (sourceY & 65535) / 65536;
    const ofAcross = shareX * shareY;
    const ofBelow = shareY - ofAcross;
    const ofRight = shareX - ofAcross;
    const ofHere = 1 - shareX - ofBelow;
    for (let c = 0; c < channels; c++)
      target[at + c] =
        source[here + c]! * ofHere +
        source[right + c]! * ofRight +
        source[below + c]! * ofBelow +
        source[across + c]! * ofAcross;
  }
}
