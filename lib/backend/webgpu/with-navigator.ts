import type { Gpu } from "./load-webgpu.js";

/**
 * Runs `make` while `navigator.gpu` is there, as in a browser; tfjs's backend looks for it when it is made. Not longer, for other
 * packages take a navigator for a browser's.
 */
export function withNavigator<Made>(gpu: Gpu, make: () => Made): Made {
  const before = Object.getOwnPropertyDescriptor(globalThis, "navigator");
  Object.defineProperty(globalThis, "navigator", { value: { gpu }, configurable: true });
  try {
    return make();
  } finally {
    if (before === undefined) Reflect.deleteProperty(globalThis, "navigator");
    else Object.defineProperty(globalThis, "navigator", before);
  }
}
