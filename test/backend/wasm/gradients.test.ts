import * as tf from "@tensorflow/tfjs";
import * as core from "@tensorflow/tfjs-core";
import { beforeAll, expect, test } from "vitest";
import { startWasm } from "../../../lib/backend/wasm/index.js";
import { gradientCases } from "./support/gradient-cases.js";
import { expectSameGradients, gradientsOn, leftBehind } from "./support/gradients-on.js";

/** tfjs's own cpu gradient is wrong or throws (see the tests beside), or wasm refuses the operation. */
const comparedElsewhere = ["ComplexAbs", "Dilation2D", "ResizeNearestNeighbor"];

beforeAll(startWasm);

test("every operation that tfjs can differentiate has a case here", () => {
  const names = Object.values(core).filter((name) => typeof name === "string");
  const differentiable = names.filter((name) => core.getGradient(name) !== undefined);
  expect(differentiable.length).toBeGreaterThan(95);
  expect([...Object.keys(gradientCases), ...comparedElsewhere].sort()).toEqual(differentiable.sort());
});

test("every kernel that the cpu backend has, the wasm backend has or refuses by name", () => {
  const names = (backend: string) => tf.getKernelsForBackend(backend).map((kernel) => kernel.kernelName);
  expect(names("cpu").filter((name) => !names("wasm").includes(name))).toEqual([]);
});

test.each(Object.entries(gradientCases))(
  "%s: values and gradients are the cpu backend's",
  async (_, cases) => {
    for (const one of cases) await expectSameGradients(one);
  },
);

test("no gradient leaves a tensor or a block of memory behind", async () => {
  const left = await leftBehind(async () => {
    for (const one of Object.values(gradientCases).flat()) await gradientsOn("wasm", one);
  });
  expect(left).toEqual({ tensors: 0, blocks: 0 });
});
