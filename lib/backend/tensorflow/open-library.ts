import { UsageError } from "../../core/index.js";
import { assertWholeLibrary } from "./assert-whole-library.js";
import { bindFunctions } from "./bind-functions.js";
import type { CFunctions } from "./c-functions.js";
import type { Koffi } from "./load-koffi.js";

/** `dlopen` flags: resolve functions when first called; never unload. */
const lazy = 1;
const neverUnload: number = process.platform === "darwin" ? 0x80 : 0x1000;

/**
 * Loads TensorFlow's C library into this process.
 *
 * @param path - of libtensorflow_cc; its libtensorflow_framework lies beside it
 * @throws UsageError when it is damaged, made for another machine, or lacks a function that we call
 */
export function openLibrary(koffi: Koffi, path: string): CFunctions {
  assertWholeLibrary(path);
  try {
    const library = koffi.load(path, { lazy: true });
    // TensorFlow's threads outlive the JavaScript engine: unloading the library at exit would crash the process.
    koffi.load(null).func("void *dlopen(str, int)")(path, lazy | neverUnload);
    return bindFunctions(koffi, library, path);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError({
      got: `TensorFlow's library could not be loaded: ${error instanceof Error ? error.message : error}`,
      expected: `a library for ${process.platform} on ${process.arch}, with libtensorflow_framework beside it.`,
      fix: "type: npx deep-pessimist setup (it installs TensorFlow again), or point PESSIMIST_TENSORFLOW at another copy.",
    });
  }
}
