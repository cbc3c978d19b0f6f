import { UsageError } from "../../core/index.js";

/** The part of Emscripten's module that hands out memory. */
export interface HeapModule {
  _malloc(bytes: number): number;
  readonly HEAPU8: Uint8Array;
}

const guarded = new WeakSet<HeapModule>();
const megabytes = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20)} MB`;

/**
 * Lets a module throw where its memory is full.
 *
 * Without this, tfjs takes the address 0 that a full heap answers with, and tensors overwrite one another in silence.
 *
 * @throws UsageError (later, by the module) when no memory is left
 */
export function refuseFullMemory(module: HeapModule): void {
  if (guarded.has(module)) return;
  guarded.add(module);
  module._malloc(0); // Emscripten puts each function into the module at its first call, over what stands there
  const malloc = module._malloc;
  module._malloc = (bytes) => {
    const address = malloc(bytes);
    if (address !== 0 || bytes === 0) return address;
    throw new UsageError({
      got: `WebAssembly's memory is full: ${megabytes(bytes)} more were asked for, its size is ${megabytes(module.HEAPU8.length)}.`,
      expected: "tensors of less than 4 GB in all, the most that WebAssembly can address.",
      fix: 'take a smaller batchSize, dispose of tensors (tf.tidy), or await start({ backend: "tensorflow" }).',
    });
  };
}
