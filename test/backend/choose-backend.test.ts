import { expect, test, vi } from "vitest";
import { chooseBackend } from "../../lib/backend/choose-backend.js";
import { UsageError } from "../../lib/core/index.js";

const runs = (remark: string) => async () => ({ version: "1.0", device: "CPU", remark });
const others = { webgpu: runs("Card."), cpu: runs("Slow.") };
const fails = async () => {
  throw new UsageError({ got: "it is not here.", expected: "it.", fix: "type: get it" });
};

test("native TensorFlow is chosen where it runs", async () => {
  const starters = { tensorflow: runs("Native."), wasm: runs("Wasm."), ...others };
  expect(await chooseBackend(undefined, { start: starters })).toMatchObject({
    backend: "tensorflow",
    why: "Native.",
  });
});

test("WebAssembly is chosen where TensorFlow does not run, and says why and what to type", async () => {
  const starters = { tensorflow: fails, wasm: runs("Wasm."), ...others };
  const { backend, why } = await chooseBackend(undefined, { start: starters });
  expect([backend, why]).toEqual(["wasm", "Wasm. Not tensorflow: it is not here (type: get it)."]);
});

test("pure JavaScript is never chosen unasked: the error says how to ask for it", async () => {
  const starters = { tensorflow: fails, wasm: fails, ...others };
  await expect(chooseBackend(undefined, { start: starters })).rejects.toThrow(
    /Not wasm: it is not here(.|\n)*PESSIMIST_BACKEND=cpu/,
  );
});

test("a backend that is asked for is started, or its error thrown", async () => {
  const starters = { tensorflow: fails, wasm: runs("Wasm."), ...others };
  const cpu = { name: "cpu", by: "PESSIMIST_BACKEND=cpu" } as const;
  expect(await chooseBackend(cpu, { start: starters })).toMatchObject({
    backend: "cpu",
    why: "Slow. Asked for by PESSIMIST_BACKEND=cpu.",
  });
  await expect(chooseBackend({ name: "tensorflow", by: "" }, { start: starters })).rejects.toThrow(
    "it is not here",
  );
});

const on = (device: string) => async () => ({ version: "1.0", device, remark: `It runs on ${device}.` });
const everywhere = { tensorflow: on("CPU"), webgpu: on("GPU: Radeon"), wasm: on("CPU"), cpu: on("CPU") };

test("a card that is asked for is looked for with every backend that can use one", async () => {
  const { backend, device, why } = await chooseBackend(undefined, { device: "gpu", start: everywhere });
  expect([backend, device]).toEqual(["webgpu", "GPU: Radeon"]);
  expect(why).toMatch(/Not tensorflow: tensorflow computes on CPU/);
});

test.each(["CPU", "CPU: SwiftShader driver 5.0.0", "CPU: llvmpipe (LLVM 19.1.7, 256 bits)"])(
  "asked for a card, %s is refused, whoever runs on it",
  async (device) => {
    const start = { tensorflow: on("CPU"), webgpu: on(device), wasm: on("CPU"), cpu: on("CPU") };
    await expect(chooseBackend(undefined, { device: "gpu", start })).rejects.toThrow(
      `webgpu computes on ${device}`,
    );
    const wanted = { name: "webgpu", by: "" } as const;
    await expect(chooseBackend(wanted, { device: "gpu", start })).rejects.toThrow(/which was asked for/);
    expect(await chooseBackend(wanted, { start })).toMatchObject({ device });
  },
);

test("the processor that is asked for is used, and a card is refused", async () => {
  const start = { ...everywhere, tensorflow: on("GPU: NVIDIA T4") };
  expect(await chooseBackend(undefined, { device: "cpu", start })).toMatchObject({ backend: "wasm" });
  const wanted = { name: "tensorflow", by: "" } as const;
  await expect(chooseBackend(wanted, { device: "cpu", start })).rejects.toThrow(
    /before TensorFlow is first started(.|\n)*PESSIMIST_DEVICE=cpu/,
  );
});

test("each backend is told which device is asked for", async () => {
  const tensorflow = vi.fn(on("CPU"));
  await chooseBackend(undefined, { device: "cpu", start: { ...everywhere, tensorflow } });
  expect(tensorflow).toHaveBeenCalledExactlyOnceWith("cpu");
});
