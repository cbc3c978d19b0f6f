import * as tf from "@tensorflow/tfjs";

/** How an input is drawn: any number, away from an operation's poles, or whole numbers for indices. */
export type Draw = "normal" | "positive" | "unit" | "aboveOne" | { below: number };

/** One differentiable call: `shapes` are its float inputs, drawn as `draw` says. */
export interface GradientCase {
  // biome-ignore lint/suspicious/noExplicitAny: each case says its own ranks
  f: (...inputs: any[]) => tf.Tensor;
  shapes: number[][];
  draw?: Draw;
}

type T4 = tf.Tensor4D;
type T5 = tf.Tensor5D;
const unary = (f: (x: tf.Tensor) => tf.Tensor, draw: Draw = "normal"): GradientCase[] =>
  [[3, 5], [2, 3, 4, 5], [1]].map((shape) => ({ f, shapes: [shape], draw }));
const binary = (f: (a: tf.Tensor, b: tf.Tensor) => tf.Tensor, draw: Draw = "normal"): GradientCase[] =>
  [
    [
      [3, 5],
      [3, 5],
    ],
    [[2, 3, 4], [4]],
    [[4], [2, 3, 4]],
    [
      [2, 3, 4],
      [3, 1],
    ],
    [
      [2, 1, 4],
      [1, 3, 1],
    ],
    [[], [3, 2]],
    [[64, 7, 7, 5], [5]],
  ].map((shapes) => ({ f: f as GradientCase["f"], shapes, draw }));
const one = (f: (x: tf.Tensor) => tf.Tensor, ...shapes: number[][]): GradientCase[] =>
  shapes.map((shape) => ({ f, shapes: [shape] }));
const indices = (values: number[]): tf.Tensor1D => tf.tensor1d(values, "int32");

/** Every operation that tfjs-core can differentiate and wasm can run, by the name of its kernel, with inputs to try. */
export const gradientCases: Record<string, GradientCase[]> = {
  Abs: unary(tf.abs),
  Acos: unary(tf.acos, "unit"),
  Acosh: unary(tf.acosh, "aboveOne"),
  Add: binary(tf.add),
  AddN: [
    {
      f: (...x) => tf.addN(x),
      shapes: [
        [3, 4],
        [3, 4],
        [3, 4],
      ],
    },
  ],
  ArgMax: one((x) => tf.argMax(x, 1).toFloat(), [3, 5]),
  ArgMin: one((x) => tf.argMin(x, 1).toFloat(), [3, 5]),
  Asin: unary(tf.asin, "unit"),
  Asinh: unary(tf.asinh),
  Atan: unary(tf.atan),
  Atan2: binary(tf.atan2),
  Atanh: unary(tf.atanh, "unit"),
  AvgPool: one((x) => tf.avgPool(x as T4, 2, 2, "valid"), [2, 6, 6, 3]),
  AvgPool3D: one((x) => tf.avgPool3d(x as T5, 2, 2, "valid"), [1, 4, 4, 4, 2]),
  BatchMatMul: [
    {
      f: (a, b) => tf.matMul(a, b),
      shapes: [
        [5, 7],
        [7, 3],
      ],
    },
    {
      f: (a, b) => tf.matMul(a, b, true),
      shapes: [
        [7, 5],
        [7, 3],
      ],
    },
    {
      f: (a, b) => tf.matMul(a, b, false, true),
      shapes: [
        [5, 7],
        [3, 7],
      ],
    },
    {
      f: (a, b) => tf.matMul(a, b, true, true),
      shapes: [
        [7, 5],
        [3, 7],
      ],
    },
    {
      f: (a, b) => tf.matMul(a, b),
      shapes: [
        [130, 97],
        [97, 61],
      ],
    },
    {
      f: (a, b) => tf.matMul(a, b),
      shapes: [
        [4, 50, 60],
        [4, 60, 53],
      ],
    },
    {
      f: (a, b) => tf.matMul(a, b, true, true),
      shapes: [
        [3, 60, 50],
        [3, 53, 60],
      ],
    },
    {
      f: (a, b) => tf.matMul(a, b, false, true),
      shapes: [
        [2, 3, 4, 5],
        [2, 3, 6, 5],
      ],
    },
  ],
  BatchToSpaceND: one(
    (x) =>
      tf.batchToSpaceND(
        x,
        [2, 2],
        [
          [0, 0],
          [0, 0],
        ],
      ),
    [8, 2, 3, 2],
  ),
  BroadcastTo: one((x) => tf.broadcastTo(x, [2, 3, 4]), [3, 1]),
  Cast: one((x) => tf.cast(x, "float32"), [3]),
  Ceil: unary(tf.ceil),
  ClipByValue: unary((x) => tf.clipByValue(x, -0.5, 0.5)),
  Concat: [0, 1, 2].map((axis) => ({
    f: (...x) => tf.concat(x, axis),
    shapes: [
      [2, 3, 4],
      [2, 3, 4],
    ],
  })),
  Conv2D: [
    {
      f: (x, w) => tf.conv2d(x as T4, w as T4, 1, "same"),
      shapes: [
        [2, 7, 6, 3],
        [3, 3, 3, 4],
      ],
    },
  ],
  Conv2DBackpropInput: [
    {
      f: (x, w) => tf.conv2dTranspose(x as T4, w as T4, [2, 8, 8, 3], 2, "same"),
      shapes: [
        [2, 4, 4, 5],
        [3, 3, 3, 5],
      ],
    },
    {
      f: (x, w) => tf.conv2dTranspose(x as T4, w as T4, [1, 6, 5, 2], 1, "valid"),
      shapes: [
        [1, 4, 4, 3],
        [3, 2, 2, 3],
      ],
    },
  ],
  Conv3D: [
    {
      f: (x, w) => tf.conv3d(x as T5, w as T5, 1, "same"),
      shapes: [
        [1, 4, 4, 4, 2],
        [2, 2, 2, 2, 3],
      ],
    },
  ],
  Cos: unary(tf.cos),
  Cosh: unary(tf.cosh),
  Cumsum: [0, 1].flatMap((axis) => one((x) => tf.cumsum(x, axis), [3, 3])),
  DepthwiseConv2dNative: [
    {
      f: (x, w) => tf.depthwiseConv2d(x as T4, w as T4, 1, "same"),
      shapes: [
        [2, 5, 6, 3],
        [3, 3, 3, 2],
      ],
    },
  ],
  Elu: unary(tf.elu),
  Erf: unary(tf.erf),
  Exp: unary(tf.exp),
  ExpandDims: one((x) => tf.expandDims(x, 1), [3, 4]),
  Expm1: unary(tf.expm1),
  Floor: unary(tf.floor),
  FloorDiv: binary(tf.floorDiv, "positive"),
  FusedBatchNorm: [
    [4, 5, 5, 3],
    [8, 3],
  ].map((shape) => ({
    f: (x, mean, deviation, offset, scale) =>
      tf.batchNorm(
        x!,
        mean as tf.Tensor1D,
        deviation!.square() as tf.Tensor1D,
        offset as tf.Tensor1D,
        scale as tf.Tensor1D,
      ),
    shapes: [shape, [3], [3], [3], [3]],
  })),
  GatherV2: [
    ...one((x) => tf.gather(x, indices([3, 0, 3, 6, 3])), [7, 4], [7], [7, 2, 3]),
    ...one((x) => tf.gather(x, indices([1, 0, 1]), 1), [3, 2, 4]),
    ...one((x) => tf.gather(x, tf.tensor2d([1, 0, 2, 1], [2, 2], "int32")), [3, 5]),
  ],
  GreaterEqual: binary((a, b) => tf.greaterEqual(a, b).toFloat().mul(a)),
  Identity: unary((x) => tf.clone(x)),
  IsFinite: unary((x) => tf.isFinite(x).toFloat()),
  IsInf: unary((x) => tf.isInf(x).toFloat()),
  IsNan: unary((x) => tf.isNaN(x).toFloat()),
  LRN: one((x) => tf.localResponseNormalization(x as T4), [1, 3, 3, 8]),
  LeakyRelu: unary((x) => tf.leakyRelu(x, 0.1)),
  Log: unary(tf.log, "positive"),
  Log1p: unary(tf.log1p, "positive"),
  LogSoftmax: one((x) => tf.logSoftmax(x), [4, 6], [2, 3, 5]),
  Max: [
    ...one((x) => tf.max(x, 1), [3, 5], [2, 3, 4]),
    ...one((x) => tf.max(x, [1, 2]), [2, 4, 4, 3]),
    ...one((x) => tf.max(x), [3, 5]),
  ],
  MaxPool: one((x) => tf.maxPool(x as T4, 2, 2, "valid"), [2, 6, 6, 3]),
  MaxPool3D: one((x) => tf.maxPool3d(x as T5, 2, 2, "valid"), [1, 4, 4, 4, 2]),
  Maximum: [
    {
      f: (a, b) => tf.maximum(a!, b!),
      shapes: [
        [2, 3],
        [2, 3],
      ],
    },
  ],
  Mean: [
    ...one((x) => tf.mean(x, 1), [3, 5], [2, 3, 4]),
    ...one((x) => tf.mean(x, [1, 2]), [2, 4, 4, 3]),
    ...one((x) => tf.mean(x), [3, 5]),
  ],
  Min: [...one((x) => tf.min(x, 1), [3, 5]), ...one((x) => tf.min(x), [3, 5])],
  Minimum: [
    {
      f: (a, b) => tf.minimum(a!, b!),
      shapes: [
        [2, 3],
        [2, 3],
      ],
    },
  ],
  MirrorPad: ["reflect", "symmetric"].flatMap((mode) =>
    one(
      (x) =>
        tf.mirrorPad(
          x,
          [
            [1, 1],
            [2, 1],
          ],
          mode as "reflect",
        ),
      [4, 5],
    ),
  ),
  Mod: binary(tf.mod, "positive"),
  Multiply: binary(tf.mul),
  Neg: unary(tf.neg),
  OneHot: [{ f: (x) => tf.oneHot(x!.toInt(), 5).toFloat(), shapes: [[4]], draw: { below: 5 } }],
  OnesLike: unary((x) => tf.onesLike(x).mul(x)),
  Pack: [0, 1, 2].map((axis) => ({
    f: (...x) => tf.stack(x, axis),
    shapes: [
      [3, 4],
      [3, 4],
      [3, 4],
    ],
  })),
  PadV2: one(
    (x) =>
      tf.pad(x, [
        [1, 2],
        [0, 1],
      ]),
    [3, 4],
  ),
  Pow: binary(tf.pow as GradientCase["f"], "positive"),
  Prelu: [{ f: (x, a) => tf.prelu(x!, a!), shapes: [[3, 4], [4]] }],
  Prod: [...one((x) => tf.prod(x, 1), [3, 5]), ...one((x) => tf.prod(x), [3, 2])],
  RealDiv: binary(tf.div, "positive"),
  Reciprocal: unary(tf.reciprocal, "positive"),
  Relu: unary(tf.relu),
  Relu6: unary(tf.relu6),
  Reshape: one((x) => tf.reshape(x, [4, 3]), [3, 4]),
  ResizeBilinear: [true, false].flatMap((align) =>
    one((x) => tf.image.resizeBilinear(x as T4, [7, 5], align), [2, 3, 3, 2]),
  ),
  Reverse: one((x) => tf.reverse(x, [0, 2]), [2, 3, 4]),
  Round: unary(tf.round),
  Rsqrt: unary(tf.rsqrt, "positive"),
  Select: [
    {
      f: (a, b) => tf.where(tf.tensor2d([1, 0, 0, 1, 1, 0], [2, 3], "bool"), a!, b!),
      shapes: [
        [2, 3],
        [2, 3],
      ],
    },
  ],
  Selu: unary(tf.selu),
  Sigmoid: unary(tf.sigmoid),
  Sign: unary(tf.sign),
  Sin: unary(tf.sin),
  Sinh: unary(tf.sinh),
  Slice: one((x) => tf.slice(x, [1, 0, 2], [1, 3, 2]), [2, 3, 5]),
  Softmax: one((x) => tf.softmax(x), [4, 6], [2, 3, 5], [300, 10]),
  Softplus: unary(tf.softplus),
  SpaceToBatchND: one(
    (x) =>
      tf.spaceToBatchND(
        x,
        [2, 2],
        [
          [0, 0],
          [0, 0],
        ],
      ),
    [2, 4, 6, 2],
  ),
  SplitV: one((x) => tf.split(x, [1, 2, 3], 1)[2]!, [2, 6]),
  Sqrt: unary(tf.sqrt, "positive"),
  Square: unary(tf.square),
  SquaredDifference: [
    {
      f: (a, b) => tf.squaredDifference(a!, b!),
      shapes: [
        [3, 4],
        [3, 4],
      ],
    },
  ],
  Step: unary((x) => tf.step(x)),
  Sub: binary(tf.sub),
  Sum: [
    ...one((x) => tf.sum(x, 0), [3, 5], [200, 7]),
    ...one((x) => tf.sum(x, [0, 1, 2]), [2, 4, 4, 3]),
    ...one((x) => tf.sum(x), [3, 5]),
  ],
  Tan: unary(tf.tan, "unit"),
  Tanh: unary(tf.tanh),
  Tile: one((x) => tf.tile(x, [2, 3]), [2, 3]),
  Transpose: one((x) => tf.transpose(x, [2, 0, 1]), [2, 3, 4]),
  Unpack: one((x) => tf.unstack(x, 1)[1]!, [3, 4]),
  UnsortedSegmentSum: one((x) => tf.unsortedSegmentSum(x, indices([0, 2, 0, 1]), 4), [4, 3], [4]),
  ZerosLike: unary((x) => tf.zerosLike(x).add(x)),
};
