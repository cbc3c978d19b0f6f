import { join, parse, relative } from "node:path";
import type { Builder, Diagnostic, SourceFile, TypeScript } from "./internals.js";

/** tslab knows files below the notebook's folder alone; others are handed to it as if they lay in this one. */
const stand = "deep-pessimist-above";

/**
 * Lets files that lie above the notebook be emitted. The compiler is told that all files lie below the disk's root, and
 * so puts them at their full paths; tslab expects those beside the notebook, and the cell itself, at relative ones.
 */
export function emitFilesAbove(builder: Builder, notebookFolder: string): void {
  const { emit } = builder;
  const { root } = parse(notebookFolder);
  builder.emit = (file, write, ...rest) =>
    emit(
      file,
      (name, data) => {
        const path = join(root, relative("outDir", name));
        const beside = relative(notebookFolder, path);
        write(beside.startsWith("..") ? join("outDir", stand, path) : `outDir/${beside}`, data);
      },
      ...rest,
    );
}

/** The true path of a file as tslab names it. */
export function truePath(path: string, notebookFolder: string): string {
  const inside = relative(join(notebookFolder, stand), path);
  if (inside.startsWith("..")) return path;
  return /^[A-Za-z]:/.test(inside) ? inside : join("/", inside);
}

/** What is wrong with files above the notebook, which tslab passes over. */
export function diagnosticsAbove(
  typescript: TypeScript,
  builder: Builder,
  { notebookFolder, files }: { notebookFolder: string; files: readonly SourceFile[] },
): Diagnostic[] {
  const program = builder.getProgram();
  return files
    .filter(({ fileName }) => relative(notebookFolder, fileName).startsWith(".."))
    .flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)])
    .map(({ file, start = 0, length = 0, messageText, category, code }) => ({
      start: { offset: start, ...typescript.getLineAndCharacterOfPosition(file!, start) },
      end: { offset: start + length, ...typescript.getLineAndCharacterOfPosition(file!, start + length) },
      messageText: typescript.flattenDiagnosticMessageText(messageText, "\n"),
      ...{ category, code, fileName: relative(notebookFolder, file!.fileName) },
    }));
}
