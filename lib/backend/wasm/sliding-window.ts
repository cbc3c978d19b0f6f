import * as tf from "@tensorflow/tfjs";

/** Lengths along depth, height and width; for images the depth is 1. */
export type Extent = readonly [depth: number, height: number, width: number];

/** How a filter's window slides over `[batch, depth, height, width, channels]`. */
export interface SlidingWindow {
  batch: number;
  inChannels: number;
  outChannels: number;
  input: Extent;
  output: Extent;
  filter: Extent;
  stride: Extent;
  dilation: Extent;
  /** Padding before the first row, column and slice. */
  before: Extent;
}

/** The window of a two-dimensional pooling or convolution, from what tfjs computes. */
export function window2D(info: tf.backend_util.Conv2DInfo): SlidingWindow {
  return {
    batch: info.batchSize,
    inChannels: info.inChannels,
    outChannels: info.outChannels,
    input: [1, info.inHeight, info.inWidth],
    output: [1, info.outHeight, info.outWidth],
    filter: [1, info.filterHeight, info.filterWidth],
    stride: [1, info.strideHeight, info.strideWidth],
    dilation: [1, info.dilationHeight, info.dilationWidth],
    before: [0, info.padInfo.top, info.padInfo.left],
  };
}

/** The window of a three-dimensional pooling or convolution. */
export function window3D(info: tf.backend_util.Conv3DInfo): SlidingWindow {
  return {
    batch: info.batchSize,
    inChannels: info.inChannels,
    outChannels: info.outChannels,
    input: [info.inDepth, info.inHeight, info.inWidth],
    output: [info.outDepth, info.outHeight, info.outWidth],
    filter: [info.filterDepth, info.filterHeight, info.filterWidth],
    stride: [info.strideDepth, info.strideHeight, info.strideWidth],
    dilation: [info.dilationDepth, info.dilationHeight, info.dilationWidth],
    before: [info.padInfo.front, info.padInfo.top, info.padInfo.left],
  };
}

/** Attributes that all poolings share. */
export interface PoolAttrs {
  filterSize: number | [number, number];
  strides: number | [number, number];
  pad: "valid" | "same" | number;
  dimRoundingMode?: "floor" | "round" | "ceil";
}

/** The window of a pooling over x, of rank 4 ([batch, height, width, channels]) or 5 (with depth). */
export function poolWindow(shape: number[], attrs: PoolAttrs): SlidingWindow {
  const { filterSize, strides, pad, dimRoundingMode } = attrs;
  return shape.length === 4
    ? window2D(
        tf.backend_util.computePool2DInfo(
          shape as [number, number, number, number],
          filterSize,
          strides,
          1,
          pad,
          dimRoundingMode,
        ),
      )
    : window3D(
        tf.backend_util.computePool3DInfo(
          shape as [number, number, number, number, number],
          filterSize as number,
          strides as number,
          1,
          pad,
          dimRoundingMode,
        ),
      );
}
