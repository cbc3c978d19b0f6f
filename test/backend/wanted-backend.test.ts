import { expect, test } from "vitest";
import { wantedBackend } from "../../lib/backend/wanted-backend.js";

test("without an option or the variable no backend is asked for", () => {
  expect(wantedBackend(undefined, undefined)).toBeUndefined();
  expect(wantedBackend(undefined, "")).toBeUndefined();
});

test("PESSIMIST_BACKEND overrides the option", () => {
  expect(wantedBackend("cpu", "wasm")).toEqual({ name: "wasm", by: "PESSIMIST_BACKEND=wasm" });
});

test("an unknown name is refused with the nearest one", () => {
  expect(() => wantedBackend(undefined, "tensroflow")).toThrow(
    /PESSIMIST_BACKEND is "tensroflow"(.|\n)*write "tensorflow"/,
  );
  expect(() => wantedBackend("cuda", undefined)).toThrow(
    /the option backend is "cuda"(.|\n)*one of "tensorflow", "webgpu", "wasm", "cpu"/,
  );
});
