import { UsageError } from "../../core/index.js";
import type { AdapterInfo } from "./adapter-label.js";

/** The part of WebGPU that is used here; the kernels use the rest. */
export interface Gpu {
  requestAdapter(options: { powerPreference: "high-performance" }): Promise<Adapter | null>;
}

export interface Adapter {
  readonly info: AdapterInfo;
  readonly features: { has(name: string): boolean };
  readonly limits: Readonly<Record<string, number>>;
  requestDevice(description: object): Promise<Device>;
}

export interface Device {
  readonly lost: Promise<{ reason: string; message: string }>;
  destroy(): void;
}

/**
 * WebGPU as a browser has it, by Dawn, which the package webgpu holds for every platform.
 *
 * @throws UsageError when the package is not there, or cannot be loaded here
 */
export async function loadWebGpu(): Promise<Gpu> {
  const name: string = "webgpu"; // its types would bring a browser's into every program that uses this library
  try {
    const { create, globals } = await import(name);
    for (const [key, value] of Object.entries(globals))
      if (!(key in globalThis))
        Object.defineProperty(globalThis, key, { value, configurable: true, writable: true });
    return create([]);
  } catch (error) {
    throw new UsageError({
      got: `the package webgpu could not be loaded: ${error instanceof Error ? error.message : error}`,
      expected: "webgpu, which holds Dawn.",
      fix: "type: npm install webgpu",
    });
  }
}
