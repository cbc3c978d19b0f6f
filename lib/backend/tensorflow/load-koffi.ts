import { UsageError } from "../../core/index.js";

/** The foreign-function package that calls C from JavaScript. */
export type Koffi = typeof import("koffi");

/**
 * Loads koffi when native TensorFlow is asked for, so that nobody else has to have it.
 *
 * @throws UsageError when it is not installed, or has no binary for this platform
 */
export async function loadKoffi(): Promise<Koffi> {
  try {
    const koffi = await import("koffi");
    return koffi.default as unknown as Koffi;
  } catch (error) {
    throw new UsageError({
      got: `the package koffi could not be loaded: ${error instanceof Error ? error.message : error}`,
      expected: "koffi, which calls TensorFlow's C library.",
      fix: "type: npm install koffi",
    });
  }
}
