import { checkOptions } from "../core/index.js";
import { type BackendName, type BackendReport, summarize } from "./backend-report.js";
import { chooseBackend } from "./choose-backend.js";
import { measureSpeed } from "./measure-speed.js";
import { wantedBackend } from "./wanted-backend.js";
import { type DeviceChoice, wantedDevice } from "./wanted-device.js";

export interface StartOptions {
  /** The backend to start. Defaults to the best that runs, never to "cpu"; the variable PESSIMIST_BACKEND overrides both. */
  backend?: BackendName;
  /**
   * "gpu" to compute on a graphics card or not at all, "cpu" to leave the cards alone. Defaults to "auto": a card where native
   * TensorFlow can use one. The variable PESSIMIST_DEVICE overrides it.
   */
  device?: DeviceChoice;
  /** True to start without measuring the speed, which takes a good second. Defaults to false. */
  quiet?: boolean;
}

/** Measured once for each backend and process. */
const speeds = new Map<BackendName, number>();

let last: Promise<unknown> = Promise.resolve();

/**
 * Starts TensorFlow, makes it tfjs's current backend, and says which one runs, why and how fast.
 *
 * Native TensorFlow comes first, then WebAssembly. A second start costs next to nothing, and another backend may
 * be asked for at any time. Nothing is printed: `summary` is for that.
 *
 * @throws UsageError when the backend asked for does not start, when none does, or when there is none of that name
 * @example
 * (await start({ backend: "cpu", quiet: true })).backend; // "cpu"
 */
export function start(options: StartOptions = {}): Promise<BackendReport> {
  const report = last.then(() => startNow(options)); // one after the other: tfjs has one current backend
  last = report.catch(() => undefined);
  return report;
}

async function startNow(options: StartOptions): Promise<BackendReport> {
  checkOptions("start", options, ["backend", "device", "quiet"]);
  const { backend: asked, device: place, quiet = false } = options;
  const { backend, version, device, why } = await chooseBackend(wantedBackend(asked), {
    device: wantedDevice(place),
  });
  if (!quiet && !speeds.has(backend)) speeds.set(backend, await measureSpeed());
  const samplesPerSecond = speeds.get(backend);
  return summarize({ backend, version, device, why, samplesPerSecond, node: process.versions.node });
}
