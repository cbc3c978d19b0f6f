import { readFileSync } from "node:fs";
import { resolveFromTslab } from "./tslab/from-tslab.js";

function version(packageFile: string | URL): string {
  return JSON.parse(readFileSync(packageFile, "utf8")).version;
}

/** Who we are; answered before the compiler has been loaded. */
export function kernelInfo(): Record<string, unknown> {
  const own = version(new URL("../../package.json", import.meta.url));
  const typescript = version(resolveFromTslab("@tslab/typescript-for-tslab/package.json"));
  return {
    status: "ok",
    protocol_version: "5.3",
    implementation: "deep-pessimist",
    implementation_version: own,
    language_info: {
      name: "typescript",
      version: typescript,
      mimetype: "text/typescript",
      file_extension: ".ts",
      pygments_lexer: "typescript",
      // "mode" chooses the highlighting of JupyterLab, the other two that of the classic notebook.
      codemirror_mode: { mode: "typescript", name: "javascript", typescript: true },
    },
    banner: `Deep Pessimist ${own}: TypeScript ${typescript} on Node ${process.versions.node}`,
    help_links: [],
    debugger: false,
  };
}
