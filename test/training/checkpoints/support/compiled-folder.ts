import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";

/** lib/'s checkpoint folder as plain JavaScript, which a process starts with in an instant; returns the module's path. */
export function compiledFolder(out: string): string {
  const sources = ["core", "training/checkpoints"].flatMap((folder) =>
    readdirSync(`lib/${folder}`, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => `${folder}/${file}`),
  );
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  for (const source of sources) {
    const path = join(out, source.replace(/\.ts$/, ".js"));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(
      path,
      ts.transpileModule(readFileSync(`lib/${source}`, "utf8"), { compilerOptions }).outputText,
    );
  }
  writeFileSync(join(out, "package.json"), `{ "type": "module" }`);
  return join(out, "training/checkpoints/checkpoint-folder.js");
}
