import * as tf from "@tensorflow/tfjs";
import { UsageError } from "../../core/index.js";
import { adapterLabel } from "./adapter-label.js";
import { type Adapter, type Device, type Gpu, loadWebGpu } from "./load-webgpu.js";
import { refuseSyncReads } from "./refuse-sync-reads.js";
import { withNavigator } from "./with-navigator.js";

let device = "";

/** Dawn ends the process where a device is used whose instance JavaScript has let go of. */
const kept: unknown[] = [];

/** What tfjs's kernels may ask of a device; without asking, it would give less than it has. */
const limits = [
  "maxComputeWorkgroupStorageSize",
  "maxComputeWorkgroupsPerDimension",
  "maxStorageBufferBindingSize",
  "maxBufferSize",
  "maxComputeWorkgroupSizeX",
  "maxComputeInvocationsPerWorkgroup",
];

/**
 * Makes tfjs compute by WebGPU, on whatever card this system has: NVIDIA, AMD, Intel, Apple.
 *
 * @returns the device, as `adapterLabel` names it
 * @throws UsageError where a package is missing, or no driver offers a device
 */
export async function startWebGpu(): Promise<string> {
  if (tf.findBackendFactory("webgpu") === null) {
    const Backend = await loadBackend();
    const gpu = await loadWebGpu();
    const adapter = await adapterOf(gpu);
    kept.push(gpu, adapter);
    const opened = await openDevice(adapter);
    device = adapterLabel(adapter.info);
    const backend = withNavigator(gpu, () => new Backend(opened, adapter.info));
    refuseSyncReads(backend);
    tf.registerBackend("webgpu", () => backend);
  }
  await tf.setBackend("webgpu");
  await tf.ready();
  return device;
}

type Backend = new (device: Device, info: Adapter["info"]) => tf.KernelBackend;

/** tfjs's WebGPU kernels, which are registered as they are loaded. */
async function loadBackend(): Promise<Backend> {
  const name: string = "@tensorflow/tfjs-backend-webgpu";
  try {
    const { WebGPUBackend } = await import(name);
    return WebGPUBackend;
  } catch (error) {
    throw new UsageError({
      got: `the package ${name} could not be loaded: ${error instanceof Error ? error.message : error}`,
      expected: `${name} 4.22, which holds the kernels.`,
      fix: `type: npm install ${name}@4.22.0 webgpu`,
    });
  }
}

async function adapterOf(gpu: Gpu): Promise<Adapter> {
  const adapter = await gpu.requestAdapter({ powerPreference: "high-performance" });
  if (adapter !== null) return adapter;
  throw new UsageError({
    got: "WebGPU found no device: no driver for Vulkan (Linux), Metal (macOS) or Direct3D 12 (Windows) answers.",
    expected:
      process.platform === "linux"
        ? "the loader libvulkan.so.1, and the card's Vulkan driver with its file in /usr/share/vulkan/icd.d."
        : "a graphics card with its maker's driver.",
    fix:
      process.platform === "linux"
        ? 'type: apt install libvulkan1 mesa-vulkan-drivers (AMD, Intel; NVIDIA\'s own driver brings its part), or await start({ backend: "wasm" }).'
        : 'install the driver, or await start({ backend: "wasm" }).',
  });
}

async function openDevice(adapter: Adapter): Promise<Device> {
  try {
    return await adapter.requestDevice({
      requiredFeatures: ["timestamp-query"].filter((feature) => adapter.features.has(feature)),
      requiredLimits: Object.fromEntries(limits.map((name) => [name, adapter.limits[name]])),
    });
  } catch (error) {
    throw new UsageError({
      got: `${adapterLabel(adapter.info)} could not be opened: ${error instanceof Error ? error.message : error}`,
      expected: "a device that computes.",
      fix: 'renew the card\'s driver, or await start({ backend: "wasm" }).',
    });
  }
}
