import { UsageError } from "../core/index.js";
import type { BackendName } from "./backend-report.js";
import type { Started } from "./starters.js";
import type { DeviceChoice } from "./wanted-device.js";

/** @throws UsageError where a backend runs elsewhere than it was asked to, as its ops were seen to */
export function assertDevice(backend: BackendName, { device, remark }: Started, wanted: DeviceChoice): void {
  const runsOn = device.startsWith("GPU") ? "gpu" : "cpu";
  if (wanted === "auto" || wanted === runsOn) return;
  if (wanted === "gpu")
    throw new UsageError({
      got: `${backend} computes on ${device}. ${remark}`,
      expected: "a graphics card, which was asked for.",
      fix:
        backend === "wasm" || backend === "cpu"
          ? 'leave out backend, or ask for "tensorflow" or "webgpu": the others know no card.'
          : "let nvidia-smi or vulkaninfo show a card, or leave out device.",
    });
  throw new UsageError({
    got: `${backend} computes on ${device}.`,
    expected: "the processor, which was asked for.",
    fix:
      backend === "tensorflow"
        ? "ask before TensorFlow is first started, for it keeps its devices: PESSIMIST_DEVICE=cpu"
        : 'await start({ backend: "wasm" }).',
  });
}
