import type { HeapView } from "../kernel-scope.js";

/** Side of the squares in which channels are exchanged; both squares stay in the processor's cache. */
const square = 16;

/**
 * A convolution's filter turned by 180°, its channels exchanged: turned[K − 1 − k, d, c] = filter[k, c, d].
 *
 * @param filter - [places, inChannels, outChannels]
 * @param turned - [places, outChannels, inChannels], written
 */
export function turnFilter(
  filter: HeapView,
  turned: HeapView,
  inChannels: number,
  outChannels: number,
): void {
  const size = inChannels * outChannels;
  for (let from = 0; from < filter.length; from += size) {
    const to = filter.length - size - from;
    for (let c0 = 0; c0 < inChannels; c0 += square)
      for (let d0 = 0; d0 < outChannels; d0 += square) {
        const [c1, d1] = [Math.min(inChannels, c0 + square), Math.min(outChannels, d0 + square)];
        for (let c = c0; c < c1; c++)
          for (let d = d0; d < d1; d++) turned[to + d * inChannels + c] = filter[from + c * outChannels + d]!;
      }
  }
}
