import { seeThroughShorthand } from "./expand-shorthand.js";
import { emitFilesAbove } from "./files-above.js";
import type { Builder, Checker, ProgramHost, SourceFile, TypeScript } from "./internals.js";

/** The files that a file imports, and those that they import, without what is only declared. */
export function dependencies(builder: Builder, from: SourceFile): SourceFile[] {
  const found = new Set([from]);
  for (const file of found)
    file.resolvedModules?.forEach(({ resolvedModule }) => {
      const next = resolvedModule && builder.getSourceFile(resolvedModule.resolvedFileName);
      if (next && !next.isDeclarationFile) found.add(next);
    });
  return [...found];
}

/** A builder, and what it was made from. */
export interface Made {
  builder: Builder;
  host: ProgramHost;
  options: Record<string, unknown>;
}

/**
 * A builder that keeps no account of which file depends on which. TypeScript's own rebuilds it for every
 * file at every cell, which is most of a cell's time once a library with hundreds of files is imported; tslab asks
 * of it only what the cell itself imports.
 *
 * @param made - told of each builder
 */
export function lightBuilder(
  typescript: TypeScript,
  notebookFolder: string,
  made: (made: Made) => void,
): (...args: unknown[]) => Builder {
  const seen = new WeakSet<Checker>(); // a program that did not change comes back with its checker
  return (...args) => {
    const builder = typescript.createAbstractBuilder(...args);
    builder.getAllDependencies = (file) => dependencies(builder, file).map(({ fileName }) => fileName);
    emitFilesAbove(builder, notebookFolder);
    // tslab counts on names being bound, as the heavier builder leaves them: asking for the checker does it.
    const checker = builder.getProgram().getTypeChecker();
    if (!seen.has(checker)) seeThroughShorthand(typescript, checker);
    seen.add(checker);
    const [, options, host] = args as [unknown, Made["options"], ProgramHost];
    made({ builder, host, options });
    return builder;
  };
}
