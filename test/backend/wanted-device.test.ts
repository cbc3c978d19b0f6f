import { expect, test } from "vitest";
import { start } from "../../lib/backend/index.js";
import { wantedDevice } from "../../lib/backend/wanted-device.js";

test("without an option or the variable the best device is taken", () => {
  expect([wantedDevice(undefined, undefined), wantedDevice(undefined, "")]).toEqual(["auto", "auto"]);
});

test("PESSIMIST_DEVICE overrides the option", () => {
  expect(wantedDevice("cpu", "gpu")).toBe("gpu");
});

test("an unknown device is refused with those that there are", () => {
  expect(() => wantedDevice("cuda", undefined)).toThrow(
    /the option device is "cuda"(.|\n)*"auto", "cpu", "gpu"/,
  );
  expect(() => wantedDevice(undefined, "gpuu")).toThrow(/PESSIMIST_DEVICE is "gpuu"(.|\n)*write "gpu"/);
});

test("a backend that knows no card refuses to be one", async () => {
  await expect(start({ backend: "cpu", device: "gpu", quiet: true })).rejects.toThrow(
    /cpu computes on CPU(.|\n)*ask for "tensorflow" or "webgpu"/,
  );
});
