import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type KernelspecOptions, kernelName, kernelspec } from "./kernelspec.js";
import { logo } from "./logo.js";

export interface InstallKernelspecOptions extends KernelspecOptions {
  /** A Python environment, or any folder with share/jupyter/kernels inside. */
  prefix: string;
}

/**
 * Makes the kernel known to the Jupyter under `prefix`. An older entry is replaced as a whole: whoever reads
 * meanwhile sees the old one, or for a moment none, never half of one.
 *
 * @returns the folder of the new entry.
 */
export function installKernelspec({ prefix, ...options }: InstallKernelspecOptions): string {
  const kernels = join(prefix, "share", "jupyter", "kernels");
  mkdirSync(kernels, { recursive: true });
  const fresh = mkdtempSync(join(kernels, `.${kernelName}-`));
  const target = join(kernels, kernelName);
  try {
    chmodSync(fresh, 0o755);
    writeFileSync(join(fresh, "kernel.json"), `${JSON.stringify(kernelspec(options), null, 2)}\n`);
    writeFileSync(join(fresh, "logo-svg.svg"), logo);
    rmSync(target, { recursive: true, force: true });
    renameSync(fresh, target);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return target;
}
