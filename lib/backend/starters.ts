import * as tf from "@tensorflow/tfjs";
import type { BackendName } from "./backend-report.js";
import { cardModels, deviceLabel } from "./tensorflow/device-label.js";

/** What a backend says of itself once it runs. */
export interface Started {
  version: string;
  device: string;
  /** What it is, as a sentence. */
  remark: string;
}

/** How each backend starts. What a backend needs is loaded only then. */
export const starters: { readonly [name in BackendName]: () => Promise<Started> } = {
  tensorflow: async () => {
    const { startTensorFlow } = await import("./tensorflow/start-tensorflow.js");
    const { version, device, source } = await startTensorFlow();
    const label = deviceLabel(device);
    return { version, device: label, remark: `Native TensorFlow from ${source}.${unusedCards(label)}` };
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

function unusedCards(label: string): string {
  const cards = cardModels();
  if (label !== "CPU" || cards.length === 0) return "";
  return ` It uses no GPU, though there is ${cards[0]}: run again with PESSIMIST_VERBOSE=1 to read why.`;
}
