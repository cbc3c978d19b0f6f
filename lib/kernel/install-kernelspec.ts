import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type KernelspecOptions, kernelName, kernelspec } from "./kernelspec.js";
import { logo } from "./logo.js";

export type InstallKernelspecOptions = KernelspecOptions &
  (
    | {
        /** A Python environment, or any folder with share/jupyter/kernels inside. */
        prefix: string;
      }
    | {
        /** A folder of Jupyter's data itself, with kernels/ inside. */
        data: string;
      }
  );

/**
 * Makes the kernel known to the Jupyter that looks there. An older entry is replaced as a whole: whoever reads
 * meanwhile sees the old one, or for a moment none, never half of one.
 *
 * @returns the folder of the new entry.
 */
export function installKernelspec(options: InstallKernelspecOptions): string {
  const data = "data" in options ? options.data : join(options.prefix, "share", "jupyter");
  const kernels = join(data, "kernels");
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
