import * as tf from "@tensorflow/tfjs";
import { UsageError } from "../core/index.js";

/**
 * Runs what calls a model, and tells of an op that the backend or TensorFlow itself does not know what to type: layers of
 * one's own may run any.
 *
 * @throws UsageError where an op has no kernel or no gradient here; whatever else `work` throws
 */
export async function withKernelHints<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw hintOf(error);
  }
}

function hintOf(error: unknown): unknown {
  const message = error instanceof Error ? error.message : "";
  const backend = tf.getBackend();
  const [, kernel] =
    /(?:Kernel|registered kernel) '(.+?)' (?:not registered )?for backend/.exec(message) ?? [];
  if (kernel !== undefined)
    return new UsageError(
      {
        got: `the model runs the op ${kernel}, for which the backend "${backend}" has no kernel.`,
        expected: `one of its ${tf.getKernelsForBackend(backend).length} ops, or one of your own that is registered for it.`,
        fix: `tf.registerKernel({ kernelName: "${kernel}", backendName: "${backend}", kernelFunc }), or start another backend.`,
      },
      { cause: error },
    );
  const [, forward] = /gradient function not found for (\w+)/.exec(message) ?? [];
  if (forward !== undefined)
    return new UsageError(
      {
        got: `the model runs the op ${forward}, which has no gradient.`,
        expected: "ops that can be differentiated between the input and the loss.",
        fix: `tf.registerGradient({ kernelName: "${forward}", gradFunc }), or write the layer with tf.customGrad.`,
      },
      { cause: error },
    );
  const [, unknown] =
    /^TensorFlow could not \w+ (\w+).*(?:neither a type of a primitive operation|Op type not registered)/s.exec(
      message,
    ) ?? [];
  if (unknown === undefined) return error;
  return new UsageError(
    {
      got: `a kernel runs TensorFlow's op ${unknown}, which this TensorFlow does not have.`,
      expected: "an op of TensorFlow's own list (tensorflow.org/api_docs/python/tf/raw_ops).",
      fix: "correct the op's name in the kernel, or compose it of others.",
    },
    { cause: error },
  );
}
