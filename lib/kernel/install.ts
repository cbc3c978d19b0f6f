import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { installKernelspec } from "./install-kernelspec.js";

/** node dist/kernel/install.js --prefix .venv */
const { values } = parseArgs({ options: { prefix: { type: "string" } } });
if (values.prefix === undefined) {
  process.stderr.write("Where to? For example: node dist/kernel/install.js --prefix .venv\n");
  process.exitCode = 2;
} else {
  process.stdout.write(`${installKernelspec({ prefix: resolve(values.prefix) })}\n`);
}
