import * as tf from "@tensorflow/tfjs";
import { keepReplaced } from "./kernel-scope.js";
import { avgPoolGrads } from "./kernels/avg-pool-grad.js";
import { cast } from "./kernels/cast.js";
import { clipByValue } from "./kernels/clip-by-value.js";
import { conv2DBackpropFilter } from "./kernels/conv2d-backprop-filter.js";
import { conv2DBackpropInput } from "./kernels/conv2d-backprop-input.js";
import { conv3DBackpropFilter } from "./kernels/conv3d-backprop-filter.js";
import { conv3DBackpropInput } from "./kernels/conv3d-backprop-input.js";
import {
  depthwiseConv2dBackpropFilter,
  depthwiseConv2dBackpropInput,
} from "./kernels/depthwise-conv2d-grads.js";
import { fusedMatMul } from "./kernels/fused-mat-mul.js";
import { matMul } from "./kernels/mat-mul.js";
import { maxPool3D } from "./kernels/max-pool-3d.js";
import { maxPoolGrads } from "./kernels/max-pool-grad.js";
import { tile } from "./kernels/tile.js";
import { unsortedSegmentSum } from "./kernels/unsorted-segment-sum.js";
import { unsupported } from "./kernels/unsupported.js";

/** Kernels that tfjs's wasm backend lacks, has wrong, or has slow. */
const kernels: readonly tf.KernelConfig[] = [
  ...avgPoolGrads,
  cast,
  clipByValue,
  conv2DBackpropFilter,
  conv2DBackpropInput,
  conv3DBackpropFilter,
  conv3DBackpropInput,
  depthwiseConv2dBackpropFilter,
  depthwiseConv2dBackpropInput,
  fusedMatMul,
  matMul,
  maxPool3D,
  ...maxPoolGrads,
  tile,
  unsortedSegmentSum,
  ...unsupported,
];

/** Puts our kernels into tfjs's wasm backend, once; a second call does nothing. */
export function registerKernels(): void {
  for (const kernel of kernels) {
    const present = tf.getKernel(kernel.kernelName, "wasm");
    if (present?.kernelFunc === kernel.kernelFunc) continue;
    if (present !== undefined) {
      keepReplaced(present);
      tf.unregisterKernel(kernel.kernelName, "wasm"); // registering over it would print a warning
    }
    // A backend made anew still has to bind tfjs's own kernel, on which ours may fall back.
    tf.registerKernel({ ...kernel, ...(present?.setupFunc && { setupFunc: present.setupFunc }) });
  }
}
