import * as tf from "@tensorflow/tfjs";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { compile, hostTensor, start } from "../../../lib/backend/index.js";
import type { TensorFlowBinding } from "../../../lib/backend/tensorflow/index.js";
import { startNative } from "../support/start-native.js";

let binding: TensorFlowBinding;
beforeEach(async () => {
  binding = await startNative();
});

const numbers = (tensor: tf.Tensor): number[] => Array.from(tensor.dataSync());
const row = (...values: number[]): tf.Tensor1D => tf.tensor1d(values);
/** Names of the ops that run meanwhile, one by one. */
function opsDuring(run: () => void): string[] {
  const seen: string[] = [];
  const unwrap = binding.wrapCalls(({ executeOp }) => ({
    executeOp: (name, ...rest) => {
      seen.push(name);
      return executeOp(name, ...rest);
    },
  }));
  run();
  unwrap();
  return seen;
}

describe("what compiles", () => {
  test("a compiled step runs no single ops, and gives what the step gives", () => {
    const step = compile((x: tf.Tensor) => x.mul(2).add(1));
    step(row(1, 2));
    let result: number[] = [];
    expect(opsDuring(() => (result = numbers(step(row(3, 4)))))).toEqual([]);
    expect(result).toEqual([7, 9]);
    expect(step.report()).toMatchObject({ compiled: true, why: undefined, recordings: 1 });
  });

  test("results come as a tensor, an array, an object, or not at all", () => {
    const total = tf.variable(row(0));
    const array = compile((x: tf.Tensor) => [x.neg(), x]);
    const object = compile((x: tf.Tensor) => ({ double: x.mul(2), sum: x.sum() }));
    const nothing = compile((x: tf.Tensor) => total.assign(total.add(x.sum())));
    for (const call of [1, 2]) {
      expect(array(row(call)).map(numbers)).toEqual([[-call], [call]]);
      const { double, sum } = object(row(call, 1));
      expect([numbers(double), numbers(sum)]).toEqual([[2 * call, 2], [call + 1]]);
      expect(nothing(row(call))).toBeUndefined();
    }
    expect(numbers(total)).toEqual([3]);
    expect([array, object, nothing].map((step) => step.report().why)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("another shape, another element type or another plain argument is recorded anew", () => {
    const step = compile((x: tf.Tensor, factor: number) => x.mul(tf.scalar(factor, x.dtype)));
    expect(numbers(step(row(1, 2), 3))).toEqual([3, 6]);
    expect(numbers(step(row(1, 2, 3), 3))).toEqual([3, 6, 9]);
    expect(numbers(step(row(1, 2), 4))).toEqual([4, 8]);
    expect(numbers(step(tf.tensor1d([5], "int32"), 2))).toEqual([10]);
    expect(numbers(step(row(7, 8), 3))).toEqual([21, 24]);
    expect(step.report()).toMatchObject({ compiled: true, recordings: 4 });
  });

  test("a variable that is assigned between calls counts with its new value, and what looked at the old keeps it", () => {
    const weight = tf.variable(row(1));
    const step = compile((x: tf.Tensor) => {
      weight.assign(weight.add(x));
      return weight.mul(10);
    });
    expect(numbers(step(row(1)))).toEqual([20]);
    const old = weight.clone();
    weight.assign(row(100));
    expect(numbers(step(row(5)))).toEqual([1050]);
    expect(numbers(step(row(5)))).toEqual([1100]);
    expect(numbers(old)).toEqual([2]);
  });

  test("two variables that share a tensor go their own ways", () => {
    const shared = row(1);
    const [a, b] = [tf.variable(shared), tf.variable(shared)];
    const step = compile((x: tf.Tensor) => {
      a.assign(a.add(x));
      return b.add(a);
    });
    expect([1, 1, 1].map((value) => numbers(step(row(value)))[0])).toEqual([3, 4, 5]);
    b.assign(row(50));
    expect(numbers(step(row(1)))).toEqual([55]);
  });

  test("hostTensor is drawn at each call, also where the step is gone through again to be checked", () => {
    let drawn = 0;
    const step = compile((x: tf.Tensor) => x.add(hostTensor(() => tf.scalar(++drawn))));
    const results = Array.from({ length: 70 }, () => numbers(step(row(0)))[0]);
    expect(results).toEqual(Array.from({ length: 70 }, (_, i) => i + 1));
    expect(step.report().compiled).toBe(true);
  });

  test("a tensor from outside is used, and when it is disposed and another taken, the step is recorded anew", () => {
    let outside = row(2);
    const step = compile((x: tf.Tensor) => x.mul(outside));
    expect([1, 2, 3].map((value) => numbers(step(row(value)))[0])).toEqual([2, 4, 6]);
    outside.dispose();
    outside = row(5);
    expect([1, 2, 3].map((value) => numbers(step(row(value)))[0])).toEqual([5, 10, 15]);
  });

  test.each([10, 11, 12])("and so it is after %i calls, one of which is due to be checked", (calls) => {
    let outside = row(2);
    const step = compile((x: tf.Tensor) => x.mul(outside));
    for (let call = 0; call < calls; call++) step(row(1));
    outside.dispose();
    outside = row(5);
    expect([1, 2, 3].map((value) => numbers(step(row(value)))[0])).toEqual([5, 10, 15]);
    expect(step.report().why).toBeUndefined();
  });

  test("a learning rate that is set on a watched tfjs optimizer counts", () => {
    const weight = tf.variable(tf.scalar(0));
    const optimizer = tf.train.sgd(1);
    const step = compile(() => optimizer.minimize(() => weight.mul(1) as tf.Scalar, true, [weight])!, {
      watch: [optimizer],
    });
    for (const rate of [1, 1, 1, 10, 10]) {
      optimizer.setLearningRate(rate);
      step();
    }
    expect(numbers(weight)).toEqual([-23]);
  });

  test("a layer that is frozen counts where the model is watched", () => {
    const layer = tf.layers.dense({ units: 1, inputShape: [1], kernelInitializer: "ones" });
    const model = tf.sequential({ layers: [layer] });
    const step = compile(
      (x: tf.Tensor) => {
        for (const weight of model.trainableWeights) weight.write(weight.read().add(1));
        return model.apply(x) as tf.Tensor;
      },
      { watch: [model] },
    );
    expect([1, 1, 1].map((value) => numbers(step(tf.tensor2d([[value]])))[0])).toEqual([3, 5, 7]);
    layer.trainable = false;
    expect([1, 1, 1].map((value) => numbers(step(tf.tensor2d([[value]])))[0])).toEqual([7, 7, 7]);
  });

  test("a compiled step inside another one becomes part of it", () => {
    const inner = compile((x: tf.Tensor) => x.square());
    const outer = compile((x: tf.Tensor) => inner(x).add(1));
    expect([2, 3, 4].map((value) => numbers(outer(row(value)))[0])).toEqual([5, 10, 17]);
    expect(outer.report().compiled).toBe(true);
  });
});

describe("what runs op by op, and still right", () => {
  const refused = (step: (x: tf.Tensor) => tf.Tensor): [number[], string | undefined] => {
    const compiled = compile(step);
    const results = [1, 2, 3, 4, 5].map((value) => numbers(compiled(row(value)))[0]!);
    return [results, compiled.report().why];
  };

  test("a step that reads values in JavaScript", () => {
    const [results, why] = refused((x) => (x.dataSync()[0]! > 2 ? x.neg() : x.mul(2)));
    expect(results).toEqual([2, 4, -3, -4, -5]);
    expect(why).toBe(
      "The step runs op by op, since it reads a tensor's values in JavaScript, where a compiled step has none.",
    );
  });

  test("a step that uploads data which is no argument", () => {
    let count = 0;
    const [results, why] = refused((x) => x.mul(tf.scalar(++count)));
    expect(new Set(results).size).toBe(5);
    expect(why).toContain("uploads a tensor of shape [] whose values change from call to call");
    expect(why).toContain("hostTensor(() => …)");
  });

  test("a step that draws random numbers in JavaScript", () => {
    const [results, why] = refused((x) => x.mul(0).add(tf.randomNormal([1])));
    expect(new Set(results).size).toBe(5);
    expect(why).toContain("whose values change from call to call");
  });

  test("a step that lets TensorFlow draw random numbers", () => {
    const [, why] = refused((x) => x.add(tf.multinomial(tf.tensor1d([0.5, 0.5]), 1, 3).cast("float32")));
    expect(why).toContain("it runs Multinomial, whose result is not decided by its inputs");
  });

  test("a step that goes another way at each call", () => {
    let odd = false;
    const [, why] = refused((x) => {
      odd = !odd;
      return odd ? x.neg() : x.abs();
    });
    expect(why).toContain("it runs Abs where it ran Neg before");
  });

  test("a step that keeps a tensor besides what it returns", () => {
    const kept: tf.Tensor[] = [];
    const [results, why] = refused((x) => {
      kept.push(tf.keep(x.mul(3)));
      return x.neg();
    });
    expect(results).toEqual([-1, -2, -3, -4, -5]);
    expect(why).toContain("it keeps 1 tensor that it does not return");
  });

  test("a step whose arguments come in ever new shapes", () => {
    const step = compile((x: tf.Tensor) => x.sum());
    for (let size = 1; size <= 20; size++) expect(numbers(step(tf.ones([size])))).toEqual([size]);
    expect(step.report().why).toContain("its arguments came in more than 16 different shapes or values");
  });

  test("a step that changes after it was recorded is found out when it is checked", () => {
    let factor = 2;
    const step = compile((x: tf.Tensor) => x.mul(tf.scalar(factor)));
    for (let call = 0; call < 5; call++) step(row(1));
    factor = 3;
    const results = Array.from({ length: 10 }, () => numbers(step(row(1)))[0]);
    expect(results.at(-1)).toBe(3);
    expect(step.report().why).toContain("whose values change from call to call");
  });

  test("any step on another backend", async () => {
    await start({ backend: "cpu", quiet: true });
    const [results, why] = refused((x) => x.mul(2));
    expect(results).toEqual([2, 4, 6, 8, 10]);
    expect(why).toBe("The step runs op by op, since the cpu backend compiles nothing.");
  });
});

describe("what is left behind", () => {
  const alive = (): [number, number] => [tf.memory().numTensors, binding.getNumOfTensors()];

  test("calls leave no tensor but what they return, recorded, replayed, checked or refused", () => {
    const weight = tf.variable(row(1));
    const input = row(1);
    const steps = [
      compile((x: tf.Tensor) => weight.assign(weight.add(x).add(hostTensor(() => tf.scalar(1))))),
      compile((x: tf.Tensor) => void (x.dataSync()[0]! > 0 && weight.assign(weight.add(x)))),
    ];
    for (const step of steps) step(input); // writes to TensorFlow what was not written yet
    const before = alive();
    for (let call = 0; call < 20; call++) for (const step of steps) step(input);
    expect(alive()).toEqual(before);
    expect(steps.map((step) => step.report().compiled)).toEqual([true, false]);
  });

  test("a step that throws does so as ever, leaves no tensor, and may be called again", () => {
    const step = compile((x: tf.Tensor, bad: boolean) => {
      if (bad) throw new Error("a mistake of the step's own");
      return x.mul(2);
    });
    const input = row(4);
    step(input, false).dispose();
    const before = alive();
    expect(() => step(input, true)).toThrow("a mistake of the step's own");
    expect(alive()).toEqual(before);
    expect(numbers(step(input, false))).toEqual([8]);
  });

  test("a disposed step may be called again", () => {
    const step = compile((x: tf.Tensor) => x.mul(2));
    step(row(1));
    step.dispose();
    expect(numbers(step(row(3)))).toEqual([6]);
    expect(step.report().recordings).toBe(2);
  });

  test("a misspelt option says what it should be", () => {
    // @ts-expect-error: the option is watch
    expect(() => compile((x: tf.Tensor) => x, { watches: [] })).toThrow(/watch/);
  });
});

test("a call that does the same several times is computed by as many threads as would compute it once", () => {
  const added = vi.spyOn(binding, "addFunction");
  const power = compile(
    (times: number, x: tf.Tensor) => Array.from({ length: times }).reduce<tf.Tensor>((y) => y.mul(x), x),
    { repeats: (times) => times },
  );
  expect(tf.tidy(() => power(3, tf.scalar(2)).dataSync()[0])).toBe(16);
  expect(added.mock.calls.map(([, , repeats]) => repeats)).toEqual([3]);
  added.mockRestore();
  power.dispose();
});
