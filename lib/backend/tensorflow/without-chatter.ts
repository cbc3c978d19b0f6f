import { closeSync, openSync } from "node:fs";
import type { Koffi } from "./load-koffi.js";

/**
 * Runs `work` with everything that C code writes to stderr thrown away, unless PESSIMIST_VERBOSE=1.
 *
 * TensorFlow greets on stderr while it is loaded, before any setting of its own is read; so file descriptor 2
 * itself has to point elsewhere for that moment. Later messages obey TF_CPP_MIN_LOG_LEVEL, which is set here too.
 */
export function withoutChatter<Result>(koffi: Koffi, work: () => Result): Result {
  if (process.env.PESSIMIST_VERBOSE === "1") return work();
  process.env.TF_CPP_MIN_LOG_LEVEL ??= "3";
  const libc = koffi.load(null);
  const duplicate = libc.func("int dup(int)");
  const duplicateTo = libc.func("int dup2(int, int)");
  const close = libc.func("int close(int)"); // Node warns of a descriptor that it did not open
  const stderr: number = duplicate(2);
  const nowhere = openSync("/dev/null", "w");
  duplicateTo(nowhere, 2);
  try {
    return work();
  } finally {
    duplicateTo(stderr, 2);
    closeSync(nowhere);
    close(stderr);
  }
}
