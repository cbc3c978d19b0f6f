import { expect, test } from "vitest";
import { cardModels, deviceLabel } from "../../../lib/backend/tensorflow/device-label.js";
import { temporaryFolder } from "../support/temporary-folder.js";

/** A driver's folder as Linux shows it, with one file for each card. */
function driverOf(...models: string[]): string {
  const files = models.map((model, i) => [
    `gpus/0000:0${i}:00.0/information`,
    `Model: \t\t ${model}\nIRQ:   \t\t 33\n`,
  ]);
  return temporaryFolder(Object.fromEntries(files));
}

const gpu = "/job:localhost/replica:0/task:0/device:GPU:0";

test("the CPU is called CPU, whatever cards the machine has", () => {
  expect(deviceLabel("/job:localhost/replica:0/task:0/device:CPU:0", driverOf("NVIDIA T4"))).toBe("CPU");
});

test("a GPU is called by its card's model", () => {
  expect(deviceLabel(gpu, driverOf("NVIDIA T4"))).toBe("GPU: NVIDIA T4");
  expect(deviceLabel(gpu, driverOf("NVIDIA T4", "NVIDIA T4"))).toBe("GPU: NVIDIA T4");
});

test("among cards of several models, and without a driver's folder, a GPU is called by its number", () => {
  expect(deviceLabel(gpu, driverOf("NVIDIA T4", "NVIDIA L4"))).toBe("GPU: number 0");
  expect(deviceLabel(gpu, "/no/such/folder")).toBe("GPU: number 0");
});

test("cardModels lists the cards", () => {
  expect(cardModels(driverOf("NVIDIA T4", "NVIDIA L4"))).toEqual(["NVIDIA T4", "NVIDIA L4"]);
});
