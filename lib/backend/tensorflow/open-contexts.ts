import type { Address, CFunctions } from "./c-functions.js";
import { type Device, findDevice } from "./find-device.js";
import type { Koffi } from "./load-koffi.js";
import type { Status } from "./status.js";

/** TensorFlow's eager contexts: each runs ops with threads of its own, and any takes the tensors of the others. */
export interface Contexts {
  readonly device: Device;
  /** Uses every core for an op. */
  readonly context: Address;
  /**
   * Computes in one thread: what takes a core a few milliseconds is done before other threads have shared it out.
   * Where a GPU computes, the same as `context`.
   */
  readonly oneThread: Address;
}

/** Opens them; they live as long as the process. */
export function openContexts(koffi: Koffi, c: CFunctions, status: Status): Contexts {
  // Else the first context's threads serve all of them. In a worker thread process.env is a copy that C does not see.
  const setVariable = koffi.load(null).func("setenv", "int", ["str", "str", "int"]);
  setVariable("TF_OVERRIDE_GLOBAL_THREADPOOL", "true", 0);
  const context = open(c, status);
  const device = findDevice(c, status, context);
  return { device, context, oneThread: device.kind === "GPU" ? context : open(c, status, oneThreadOnly) };
}

/** A message `ConfigProto`: intra_op_parallelism_threads (field 2) and inter_op_parallelism_threads (field 5) are 1. */
const oneThreadOnly = Uint8Array.of(2 << 3, 1, 5 << 3, 1);

function open(c: CFunctions, status: Status, config?: Uint8Array): Address {
  const options = c.TFE_NewContextOptions();
  if (config !== undefined) c.TFE_ContextOptionsSetConfig(options, config, config.length, status.address);
  status.assertOk("set its threads");
  const context = c.TFE_NewContext(options, status.address);
  c.TFE_DeleteContextOptions(options);
  status.assertOk("start");
  return context;
}
