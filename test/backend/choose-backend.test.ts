import { expect, test } from "vitest";
import { chooseBackend } from "../../lib/backend/choose-backend.js";
import { UsageError } from "../../lib/core/index.js";

const runs = (remark: string) => async () => ({ version: "1.0", device: "CPU", remark });
const fails = async () => {
  throw new UsageError({ got: "it is not here.", expected: "it.", fix: "type: get it" });
};

test("native TensorFlow is chosen where it runs", async () => {
  const starters = { tensorflow: runs("Native."), wasm: runs("Wasm."), cpu: runs("Slow.") };
  expect(await chooseBackend(undefined, starters)).toMatchObject({ backend: "tensorflow", why: "Native." });
});

test("WebAssembly is chosen where TensorFlow does not run, and says why and what to type", async () => {
  const starters = { tensorflow: fails, wasm: runs("Wasm."), cpu: runs("Slow.") };
  const { backend, why } = await chooseBackend(undefined, starters);
  expect([backend, why]).toEqual(["wasm", "Wasm. Not tensorflow: it is not here (type: get it)."]);
});

test("pure JavaScript is never chosen unasked: the error says how to ask for it", async () => {
  const starters = { tensorflow: fails, wasm: fails, cpu: runs("Slow.") };
  await expect(chooseBackend(undefined, starters)).rejects.toThrow(
    /Not wasm: it is not here(.|\n)*PESSIMIST_BACKEND=cpu/,
  );
});

test("a backend that is asked for is started, or its error thrown", async () => {
  const starters = { tensorflow: fails, wasm: runs("Wasm."), cpu: runs("Slow.") };
  const cpu = { name: "cpu", by: "PESSIMIST_BACKEND=cpu" } as const;
  expect(await chooseBackend(cpu, starters)).toMatchObject({
    backend: "cpu",
    why: "Slow. Asked for by PESSIMIST_BACKEND=cpu.",
  });
  await expect(chooseBackend({ name: "tensorflow", by: "" }, starters)).rejects.toThrow("it is not here");
});
