import { checkOptions } from "../../core/index.js";
import { type CompileReport, Compiler } from "./compiler.js";
import type { StepResult } from "./packing.js";
import type { Watched } from "./watch.js";

/** Options for {@link compile}. */
export interface CompileOptions<Arguments extends unknown[] = never[]> {
  /**
   * What decides, besides the arguments, what the step does: a model (which layers are frozen), an optimizer of tfjs
   * (its learning rate is in the ops), or a function whose result says it. When it changes, the step is recorded anew.
   * Defaults to nothing.
   */
  watch?: readonly Watched[];
  /**
   * How often a call with these arguments does the same, one after the other, as in several updates: as many threads
   * compute it as would compute it once, to the same bits. Defaults to once.
   */
  repeats?: (...args: Arguments) => number;
}

/** A step that runs in one call. */
export interface CompiledStep<Arguments extends unknown[], Result extends StepResult> {
  (...args: Arguments): Result;
  /** Whether calls are compiled, and if not why. */
  report(): CompileReport;
  /** Frees the TensorFlow functions; the step may still be called, and is then recorded anew. */
  dispose(): void;
}

/**
 * A step in ordinary tfjs code, as one TensorFlow call: the same results and changes of variables, without the some
 * hundred calls from JavaScript that it takes.
 *
 * The first call records what the step does, once for each shape and element type of its tensors and each value of
 * its other arguments; later calls replay that. The step's JavaScript then no longer runs, so everything that changes
 * from call to call must be an argument, a variable, or drawn inside `hostTensor`. What cannot be compiled, runs as
 * it is, and `report()` says why: where it reads values in JavaScript, draws random numbers, uploads other data at each
 * call, or where another backend runs. Now and then the step is gone through again to see that it still does the same.
 *
 * @param step - takes tensors and plain values, and returns a tensor, an array or an object of tensors, or nothing;
 *   it changes variables, but keeps no other tensors
 * @throws UsageError for a misspelt option
 * @see A. Agrawal et al., "TensorFlow Eager: A Multi-Stage, Python-Embedded DSL for Machine Learning" (2019), on tf.function
 * @example
 * const double = compile((x: tf.Tensor) => x.mul(2));
 * double(tf.tensor1d([1, 2])).arraySync(); // [2, 4]
 */
export function compile<Arguments extends unknown[], Result extends StepResult>(
  step: (...args: Arguments) => Result,
  options: CompileOptions<Arguments> = {},
): CompiledStep<Arguments, Result> {
  checkOptions("compile", options, ["watch", "repeats"]);
  const { watch = [], repeats = () => 1 } = options;
  const compiler = new Compiler(
    step as (...args: never[]) => unknown,
    watch,
    repeats as unknown as (...args: never[]) => number,
  );
  const run = (...args: Arguments): Result => compiler.run(args) as Result;
  return Object.assign(run, { report: () => compiler.report(), dispose: () => compiler.dispose() });
}
