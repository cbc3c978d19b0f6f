import type { Extent, SlidingWindow } from "../sliding-window.js";

/** The part of an axis that a window covers at one place. */
interface Span {
  from: number;
  length: number;
}

/**
 * Calls `visit` for each place of a pooling window.
 *
 * @param visit - gets the index of the output's first channel, and the indices of the first channel of each input
 *   pixel inside the window, as offsets from `first`
 */
export function forEachWindow(
  window: SlidingWindow,
  visit: (output: number, first: number, offsets: Int32Array) => void,
): void {
  const { batch, inChannels, input } = window;
  const [, height, width] = input;
  const [depthSpans, rowSpans, columnSpans] = [0, 1, 2].map((axis) => spansOf(window, axis));
  const offsetsBySize = new Map<number, Int32Array>();
  let output = 0;
  for (let image = 0; image < batch; image++)
    for (const slices of depthSpans!)
      for (const rows of rowSpans!)
        for (const columns of columnSpans!) {
          const size = (slices.length * (height + 1) + rows.length) * (width + 1) + columns.length;
          let offsets = offsetsBySize.get(size);
          if (offsets === undefined) {
            offsets = pixelOffsets([slices.length, rows.length, columns.length], window);
            offsetsBySize.set(size, offsets);
          }
          const pixel = ((image * input[0] + slices.from) * height + rows.from) * width + columns.from;
          visit(output, pixel * inChannels, offsets);
          output += inChannels;
        }
}

function spansOf({ input, output, filter, stride, before }: SlidingWindow, axis: number): Span[] {
  return Array.from({ length: output[axis]! }, (_, place) => {
    const start = place * stride[axis]! - before[axis]!;
    const from = Math.max(0, start);
    return { from, length: Math.max(0, Math.min(input[axis]!, start + filter[axis]!) - from) };
  });
}

function pixelOffsets(
  [depths, rows, columns]: Extent,
  { input: [, height, width], inChannels }: SlidingWindow,
): Int32Array {
  return Int32Array.from({ length: depths * rows * columns }, (_, i) => {
    const row = Math.floor(i / columns);
    const depth = Math.floor(row / rows);
    return ((depth * height + (row % rows)) * width + (i % columns)) * inChannels;
  });
}
