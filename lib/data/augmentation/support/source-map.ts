import type { Image } from "./image.js";
import { scratch } from "./scratch.js";

/** Where each pixel of the result lies in the source, in 1/65536 of a pixel; shape [height, width]. */
export interface SourceMap {
  readonly x: Int32Array;
  readonly y: Int32Array;
}

const mapX = scratch(Int32Array);
const mapY = scratch(Int32Array);

/** A map for an image, to be filled in; its memory is the last map's. */
export function sourceMap({ height, width }: Image): SourceMap {
  return { x: mapX(height * width), y: mapY(height * width) };
}
