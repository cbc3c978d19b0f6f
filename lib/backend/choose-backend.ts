import { UsageError } from "../core/index.js";
import { assertDevice } from "./assert-device.js";
import type { BackendName } from "./backend-report.js";
import { type Started, type Starters, starters } from "./starters.js";
import type { WantedBackend } from "./wanted-backend.js";
import type { DeviceChoice } from "./wanted-device.js";

/**
 * The backends that may be chosen unasked, best first. Pure JavaScript is never among them: it is too slow. WebGPU is where a card
 * is asked for, for its numbers can be read with await alone, which not every program does.
 */
const automatic: Readonly<Record<DeviceChoice, readonly BackendName[]>> = {
  auto: ["tensorflow", "wasm"],
  cpu: ["tensorflow", "wasm"],
  gpu: ["tensorflow", "webgpu"],
};

export interface Choice extends Started {
  backend: BackendName;
  why: string;
}

/** What {@link chooseBackend} goes by. */
export interface ChooseBackendOptions {
  /** Where to compute; defaults to "auto". */
  device?: DeviceChoice;
  /** How each backend starts. */
  start?: Starters;
}

/**
 * Starts the backend that was asked for, or else the best that runs on the device that was asked for.
 *
 * @throws UsageError when the one asked for does not start or runs elsewhere, or none does
 */
export async function chooseBackend(
  wanted: WantedBackend | undefined,
  { device = "auto", start = starters }: ChooseBackendOptions = {},
): Promise<Choice> {
  const started = async (backend: BackendName): Promise<Started> => {
    const runs = await start[backend](device);
    assertDevice(backend, runs, device);
    return runs;
  };
  if (wanted !== undefined) {
    const runs = await started(wanted.name);
    return { ...runs, backend: wanted.name, why: `${runs.remark} Asked for by ${wanted.by}.` };
  }
  const failures: string[] = [];
  for (const backend of automatic[device]) {
    try {
      const runs = await started(backend);
      return { ...runs, backend, why: [runs.remark, ...failures].join(" ") };
    } catch (error) {
      failures.push(`Not ${backend}: ${reason(error)}`);
    }
  }
  throw none(device, failures);
}

function none(device: DeviceChoice, failures: readonly string[]): UsageError {
  if (device === "gpu")
    return new UsageError({
      got: `no backend computes on a graphics card. ${failures.join(" ")}`,
      expected: "a card that native TensorFlow or WebGPU can use.",
      fix: "follow one of the hints above, or leave out device to compute on the processor.",
    });
  return new UsageError({
    got: `no backend started. ${failures.join(" ")}`,
    expected: "native TensorFlow, or WebAssembly.",
    fix: "type: npx deep-pessimist setup; or, for tiny networks, ask for pure JavaScript: PESSIMIST_BACKEND=cpu",
  });
}

/** One sentence: what went wrong, and what to type. */
function reason(error: unknown): string {
  if (error instanceof UsageError)
    return `${error.got.replace(/\.$/, "")} (${error.fix.replace(/\.$/, "")}).`;
  return `${error instanceof Error ? error.message : error}.`;
}
