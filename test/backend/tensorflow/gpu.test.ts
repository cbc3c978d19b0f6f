import { expect, test, vi } from "vitest";
import type { TensorFlowBinding } from "../../../lib/backend/tensorflow/binding.js";
import type { CFunctions } from "../../../lib/backend/tensorflow/c-functions.js";
import { deviceLabel } from "../../../lib/backend/tensorflow/device-label.js";
import { explainGpu } from "../../../lib/backend/tensorflow/explain-gpu.js";
import { findDevice } from "../../../lib/backend/tensorflow/find-device.js";
import { measureDevice } from "../../../lib/backend/tensorflow/measure-device.js";
import type { Status } from "../../../lib/backend/tensorflow/status.js";
import { unusedCard } from "../../../lib/backend/tensorflow/unused-card.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const name = (device: string) => `/job:localhost/replica:0/task:0/device:${device}`;

/** A TensorFlow that lists these devices. */
function listing(devices: readonly string[]): CFunctions {
  return {
    TFE_ContextListDevices: () => 1,
    TF_DeviceListCount: () => devices.length,
    TF_DeviceListType: (_: number, i: number) => devices[i]!.split(":")[0],
    TF_DeviceListName: (_: number, i: number) => name(devices[i]!),
    TF_DeleteDeviceList: () => {},
  } as unknown as CFunctions;
}

/** A TensorFlow whose product of matrices ends so. */
function multiplying(outcome: () => string): { binding: TensorFlowBinding; alive: Set<number> } {
  const alive = new Set<number>();
  const add = (id: number): number => {
    alive.add(id);
    return id;
  };
  const binding = {
    createTensor: () => add(1),
    executeOp: () => {
      outcome();
      return [{ id: add(2) }];
    },
    deviceOf: outcome,
    deleteTensor: (id: number) => alive.delete(id),
  } as unknown as TensorFlowBinding;
  return { binding, alive };
}

test("tensors go to the first GPU that TensorFlow lists, or else to the CPU", () => {
  const status = { address: 0, assertOk: () => {} } as unknown as Status;
  expect(findDevice(listing(["CPU:0", "GPU:0", "GPU:1"]), status, 0)).toEqual({
    kind: "GPU",
    name: name("GPU:0"),
  });
  expect(findDevice(listing(["CPU:0"]), status, 0)).toEqual({ kind: "CPU", name: name("CPU:0") });
});

test("a TensorFlow that lists a GPU and multiplies on the CPU is called CPU", () => {
  const { binding, alive } = multiplying(() => name("CPU:0"));
  expect(deviceLabel(measureDevice(binding))).toBe("CPU");
  expect(alive.size).toBe(0);
});

// As CUDA 12 and TensorFlow 2.21 write them.
const failures: [words: string, means: string, fix: RegExp][] = [
  [
    "INTERNAL: no kernel image is available for execution on the device",
    "no code for a card of this age",
    /PESSIMIST_DEVICE=cpu/,
  ],
  [
    "failed call to cuInit: INTERNAL: CUDA error: Failed call to cuInit: CUDA_ERROR_SYSTEM_DRIVER_MISMATCH",
    "different versions",
    /restart/,
  ],
  [
    "kernel version 535.54.3 does not match DSO version 550.90.7 -- cannot find working devices",
    "different versions",
    /restart/,
  ],
  ["CUDA driver version is insufficient for CUDA runtime version", "driver is older", /newer NVIDIA driver/],
  [
    "Could not find cuda drivers on your machine, GPU will not be used.",
    "libcuda.so.1 is not found",
    /--gpus all/,
  ],
  [
    "Cannot dlopen some GPU libraries. Please make sure the missing libraries mentioned above are installed properly",
    "libraries of CUDA are missing",
    /npx deep-pessimist setup/,
  ],
  ["DNN library is not found.", "cuDNN is missing", /npx deep-pessimist setup/],
  ["failed call to cuInit: UNKNOWN ERROR (999)", "driver does not start", /nvidia-smi/],
  ["CUDA_ERROR_NO_DEVICE: no CUDA-capable device is detected", "shows no card", /CUDA_VISIBLE_DEVICES/],
  ["CUDA_ERROR_OUT_OF_MEMORY: out of memory", "other programs", /nvidia-smi/],
];

test.each(failures)("%s is told as what it means, with what to type", (words, means, fix) => {
  expect(explainGpu(words)?.means).toContain(means);
  expect(explainGpu(words)?.fix).toMatch(fix);
  const { binding, alive } = multiplying(() => {
    throw new Error(words);
  });
  expect(() => measureDevice(binding)).toThrow(means);
  expect(alive.size).toBe(0);
  expect(unusedCard("/nowhere/lib/libtensorflow_cc.so.2", ["NVIDIA T4"], () => words)).toMatch(fix);
});

test("an error that is not the card's is passed on as it is", () => {
  const error = new Error("There is no tensor 7");
  const { binding } = multiplying(() => {
    throw error;
  });
  expect(() => measureDevice(binding)).toThrow(error);
});

test("a card beside a TensorFlow without CUDA is told with the wheel that has it, and nothing is tried", () => {
  const folder = temporaryFolder({
    "tensorflow/libtensorflow_cc.so.2": "",
    "tensorflow_cpu-2.21.0.dist-info/METADATA": "",
  });
  const words = vi.fn(() => "");
  const said = unusedCard(`${folder}/tensorflow/libtensorflow_cc.so.2`, ["NVIDIA T4"], words);
  expect(said).toMatch(/uses no GPU, though there is NVIDIA T4: .*tensorflow-cpu.*tensorflow\[and-cuda\]/);
  expect(words).not.toHaveBeenCalled();
});

test("without a card nothing is said, and a silent TensorFlow is answered with how to make it speak", () => {
  expect(unusedCard("/nowhere/libtensorflow_cc.so.2", [], () => "")).toBe("");
  expect(unusedCard("/nowhere/x/libtensorflow_cc.so.2", ["NVIDIA T4"], () => "")).toContain(
    "PESSIMIST_VERBOSE=1",
  );
});
