import { existsSync } from "node:fs";
import { UsageError } from "../../core/index.js";
import { assertWholeLibrary, installAgain } from "./assert-whole-library.js";
import { bindFunctions } from "./bind-functions.js";
import type { CFunctions } from "./c-functions.js";
import type { Koffi } from "./load-koffi.js";
import { tryLibrary } from "./try-library.js";

/** `dlopen` flags: resolve every function now, for one that is missing would end the process when it is called; never unload. */
const now = 2;
const neverUnload: number = process.platform === "darwin" ? 0x80 : 0x1000;

/**
 * Loads TensorFlow's C library into this process.
 *
 * @param path - of libtensorflow_cc; its libtensorflow_framework lies beside it
 * @throws UsageError when it is damaged, made for another machine, or lacks a function that we call
 */
export function openLibrary(koffi: Koffi, path: string): CFunctions {
  const framework = path.replace(/(libtensorflow)(_cc)?(?=\.[^/]*$)/, "$1_framework");
  const files = [path, framework].filter((file) => existsSync(file));
  for (const file of files) assertWholeLibrary(file);
  const flags = now | neverUnload;
  tryLibrary(files, flags);
  try {
    const libc = koffi.load(null);
    const dlopen = libc.func("uintptr_t dlopen(str, int)");
    const dlerror = libc.func("str dlerror()"); // looked up before: looking up forgets the last error
    // TensorFlow's threads outlive the JavaScript engine: unloading the library at exit would crash the process.
    if (dlopen(path, flags) === 0) throw new Error(dlerror());
    return bindFunctions(koffi, koffi.load(path, { lazy: true }), path);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError({
      got: `TensorFlow's library could not be loaded: ${error instanceof Error ? error.message : error}.`,
      expected: `a library for ${process.platform} on ${process.arch}, with libtensorflow_framework of the same version beside it.`,
      fix: installAgain,
    });
  }
}
