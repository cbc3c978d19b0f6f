import { fileURLToPath } from "node:url";

/** The contents of a kernel.json. */
export interface Kernelspec {
  argv: string[];
  display_name: string;
  language: string;
  interrupt_mode: "signal" | "message";
  env: Record<string, string>;
  metadata: Record<string, unknown>;
}

export interface KernelspecOptions {
  /** The Node that runs the kernel; defaults to the one that runs now. */
  node?: string;
  /** The kernel's built entry; defaults to this package's own. */
  main?: string;
}

/** The name by which notebooks and `jupyter` commands know the kernel. */
export const kernelName = "deep-pessimist";

const flags = [
  // Node warns when CommonJS, which a cell becomes, imports an ES module, as the library is; it works.
  "--disable-warning=ExperimentalWarning",
  // The compiler makes much that is soon garbage. Room for 16 MB of it from the start saves an eighth of a first import.
  "--min-semi-space-size=16",
];

/**
 * What Jupyter needs to know to start the kernel.
 *
 * @example
 * kernelspec({ node: "/usr/bin/node", main: "/here/dist/kernel/main.js" }).argv[0]; // "/usr/bin/node"
 */
export function kernelspec({
  node = process.execPath,
  main = fileURLToPath(new URL("main.js", import.meta.url)),
}: KernelspecOptions = {}): Kernelspec {
  return {
    argv: [node, ...flags, main, "{connection_file}"],
    display_name: "TypeScript (Deep Pessimist)",
    language: "typescript",
    // A thread of the kernel's own hears the message also while a cell never yields; a signal would wait for it.
    interrupt_mode: "message",
    env: {},
    metadata: { debugger: false },
  };
}
