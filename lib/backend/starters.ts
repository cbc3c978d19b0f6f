import * as tf from "@tensorflow/tfjs";
import type { BackendName } from "./backend-report.js";
import { deviceLabel } from "./tensorflow/device-label.js";
import type { DeviceChoice } from "./wanted-device.js";

/** What a backend says of itself once it runs. */
export interface Started {
  version: string;
  device: string;
  /** What it is, as a sentence. */
  remark: string;
}

/** How each backend starts, knowing which device is asked for. */
export type Starters = { readonly [name in BackendName]: (device: DeviceChoice) => Promise<Started> };

/** What a backend needs is loaded only when it starts. */
export const starters: Starters = {
  tensorflow: async (choice) => {
    const { startTensorFlow } = await import("./tensorflow/start-tensorflow.js");
    const { version, device, source } = await startTensorFlow({ withoutCards: choice === "cpu" });
    const label = deviceLabel(device);
    const { unusedCard } = await import("./tensorflow/unused-card.js");
    const unused = label === "CPU" && choice !== "cpu" ? unusedCard(source) : "";
    return { version, device: label, remark: `Native TensorFlow from ${source}.${unused}` };
  },
  webgpu: async () => {
    const { startWebGpu } = await import("./webgpu/index.js");
    const device = await startWebGpu();
    return { version: tf.version.tfjs, device, remark: `WebGPU, by Dawn.${played(device)}` };
  },
  wasm: async () => {
    const { startWasm } = await import("./wasm/index.js");
    await startWasm();
    return { version: tf.version.tfjs, device: "CPU", remark: "WebAssembly, which needs no Python." };
  },
  cpu: async () => {
    await tf.setBackend("cpu");
    await tf.ready();
    // tfjs would recommend another package on first use.
    Object.assign(tf.backend(), { firstUse: false });
    return {
      version: tf.version.tfjs,
      device: "CPU",
      remark: "Pure JavaScript, slow and for reference only.",
    };
  },
};

function played(device: string): string {
  return device.startsWith("CPU") ? " It found no card, but a driver that plays one on the processor." : "";
}
