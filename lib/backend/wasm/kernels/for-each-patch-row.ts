import type { SlidingWindow } from "../sliding-window.js";

/**
 * Calls `visit` for each run of numbers that lies together both in the image, [batch, depth, height, width, channels],
 * and in the matrix of its patches, [batch · output places, filter places · channels] (im2col).
 *
 * What of a patch lies outside the image is left out.
 */
export function forEachPatchRow(
  { batch, inChannels, input, output, filter, stride, before }: SlidingWindow,
  visit: (inPatches: number, inImage: number, length: number) => void,
): void {
  const [depth, height, width] = input;
  const rowOfPatch = filter[2] * inChannels;
  let patch = 0;
  for (let sample = 0; sample < batch; sample++)
    for (let outDepth = 0; outDepth < output[0]; outDepth++)
      for (let outRow = 0; outRow < output[1]; outRow++)
        for (let outColumn = 0; outColumn < output[2]; outColumn++) {
          const column = outColumn * stride[2] - before[2];
          const from = Math.max(0, -column) * inChannels;
          const to = Math.min(filter[2], width - column) * inChannels;
          for (let filterDepth = 0; filterDepth < filter[0]; filterDepth++) {
            const slice = outDepth * stride[0] - before[0] + filterDepth;
            for (let filterRow = 0; filterRow < filter[1]; filterRow++, patch += rowOfPatch) {
              const row = outRow * stride[1] - before[1] + filterRow;
              if (slice < 0 || slice >= depth || row < 0 || row >= height || from >= to) continue;
              const start = (((sample * depth + slice) * height + row) * width + column) * inChannels;
              visit(patch + from, start + from, to - from);
            }
          }
        }
}
