import type { Address, CFunctions } from "./c-functions.js";
import { CStrings } from "./c-strings.js";
import { type Koffi, loadKoffi } from "./load-koffi.js";
import { type NativeMemory, reserveMemory } from "./native-memory.js";
import { type Contexts, openContexts } from "./open-contexts.js";
import { openLibrary } from "./open-library.js";
import { Status } from "./status.js";
import { withoutChatter } from "./without-chatter.js";

/** TensorFlow refuses tensors of more axes. */
const mostAxes = 254;

/** TensorFlow, loaded and ready to run ops: what every function of this folder works with. */
export interface Native extends Contexts {
  readonly c: CFunctions;
  readonly status: Status;
  readonly strings: CStrings;
  /** Room for a shape, so that passing one allocates nothing. */
  readonly dims: NativeMemory;
  /** Reserves memory that C may write to, for as long as the process lives. */
  readonly reserve: (bytes: number) => NativeMemory;
  /** Copies bytes into C's memory, and out of it. */
  readonly copyIn: (to: Address, from: ArrayBufferView, bytes: number) => void;
  readonly copyOut: (to: ArrayBufferView, from: Address, bytes: number) => void;
}

/**
 * Loads TensorFlow and opens its eager context.
 *
 * @param path - of libtensorflow_cc
 * @throws UsageError when the library cannot be used
 */
export async function openNative(path: string): Promise<Native> {
  const koffi = await loadKoffi();
  // On a card that others use too, take memory as it is needed rather than all at once.
  process.env.TF_FORCE_GPU_ALLOW_GROWTH ??= "true";
  return withoutChatter(koffi, () => {
    const c = openLibrary(koffi, path);
    const status = new Status(c);
    return {
      c,
      status,
      strings: new CStrings(koffi),
      ...openContexts(koffi, c, status),
      dims: reserveMemory(koffi, mostAxes * 8),
      reserve: (bytes) => reserveMemory(koffi, bytes),
      ...copiers(koffi),
    };
  });
}

function copiers(koffi: Koffi): Pick<Native, "copyIn" | "copyOut"> {
  const libc = koffi.load(null);
  return {
    copyIn: libc.func("memcpy", "void", ["uintptr_t", "void *", "size_t"]),
    copyOut: libc.func("memcpy", "void", ["void *", "uintptr_t", "size_t"]),
  };
}
