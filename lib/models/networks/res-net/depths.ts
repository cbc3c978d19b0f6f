/** How many layers with weights a ResNet may have. */
export type ResNetDepth = 18 | 34 | 50 | 101 | 152;

/** Blocks in each of the four stages, and whether a block narrows its channels on the way. */
export const resNetDepths: Readonly<Record<ResNetDepth, { blocks: readonly number[]; bottleneck: boolean }>> =
  {
    18: { blocks: [2, 2, 2, 2], bottleneck: false },
    34: { blocks: [3, 4, 6, 3], bottleneck: false },
    50: { blocks: [3, 4, 6, 3], bottleneck: true },
    101: { blocks: [3, 4, 23, 3], bottleneck: true },
    152: { blocks: [3, 8, 36, 3], bottleneck: true },
  };
