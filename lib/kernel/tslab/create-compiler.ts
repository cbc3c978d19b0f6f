import { join } from "node:path";
import { adjustTypeScript } from "./adjust-typescript.js";
import { compilerOptions } from "./compiler-options.js";
import { expandShorthand } from "./expand-shorthand.js";
import { FileWatches } from "./file-watches.js";
import { diagnosticsAbove, truePath } from "./files-above.js";
import { fromTslab } from "./from-tslab.js";
import { guardCells } from "./guard-cells.js";
import type {
  Conversion,
  Converter,
  ConverterModule,
  InspectModule,
  MetadataModule,
  TypeScript,
} from "./internals.js";
import { interruptibleCalls } from "./interruptible-calls.js";
import { keepDeclarations } from "./keep-declarations.js";
import { dependencies, lightBuilder, type Made } from "./light-builder.js";
import { readAhead } from "./read-ahead.js";
import { resolveModules } from "./resolve-modules.js";
import { SourceMaps } from "./source-maps.js";

export interface Compiler extends Converter {
  isCompleteCode: ConverterModule["isCompleteCode"];
  getCodeMetadata: MetadataModule["getCodeMetadata"];
  printQuickInfo: InspectModule["printQuickInfo"];
  readonly sourceMaps: SourceMaps;
  /** Lets the compiler see what has been saved since it was last asked, and names those files. */
  lookForEdits(): string[];
  /** Reads a declaration file, and those that it leads to, before a cell asks for them: a little at each step. */
  readAhead(entry: string): Iterator<void>;
  /** What is declared after a cell that has failed half-way. */
  keepDeclarations(kept: Parameters<typeof keepDeclarations>[1]): string;
}

export interface CompilerFolders {
  /** The process's working folder, where relative imports start. */
  notebookFolder: string;
  /** Whose packages a notebook elsewhere falls back on. */
  packageFolder: string;
}

/** tslab's converter, with our compiler options, files above the notebook, guards, and a memory of source maps. */
export function createCompiler({ notebookFolder, packageFolder }: CompilerFolders): Compiler {
  const sourceMaps = new SourceMaps();
  const watches = new FileWatches();
  const typescript = fromTslab<TypeScript>("@tslab/typescript-for-tslab");
  let latest: Made | undefined;
  const builders = lightBuilder(typescript, notebookFolder, (made) => {
    latest = made;
  });
  const replace = (): Partial<TypeScript> => ({
    ...expandShorthand(typescript),
    sys: watches.watching(typescript.sys),
    createWatchCompilerHost(files, options, system, _, ...reporters) {
      const adjusted = { ...options, ...compilerOptions(typescript, notebookFolder) };
      const host = typescript.createWatchCompilerHost(files, adjusted, system, builders, ...reporters);
      resolveModules(host, { typescript, system, notebookFolder, packageFolder });
      return host;
    },
    transpileModule(emitted, options) {
      const { code, map } = SourceMaps.split(emitted);
      const compilerOptions = { ...options.compilerOptions, sourceMap: true };
      const transformers = { before: [guardCells(typescript), interruptibleCalls(typescript)] };
      const result = typescript.transpileModule(code, { ...options, compilerOptions, transformers });
      const outputText = result.outputText.replace(/\n?\/\/# sourceMappingURL=\S+\s*$/, "\n");
      sourceMaps.record(outputText, [result.sourceMapText, map]);
      return { ...result, outputText };
    },
  });
  /** With the faults of files above the notebook, and the files under their own names. */
  const complete = (conversion: Conversion): Conversion => {
    const builder = latest?.builder;
    const cell = builder?.getSourceFile(join(notebookFolder, "__tslab__.ts").replaceAll("\\", "/"));
    const files = builder && cell ? dependencies(builder, cell) : [];
    const above = builder ? diagnosticsAbove(typescript, builder, { notebookFolder, files }) : [];
    const sideOutputs = conversion.sideOutputs?.map((output) => ({
      ...output,
      path: truePath(output.path, notebookFolder),
    }));
    return {
      ...conversion,
      ...(sideOutputs && { sideOutputs }),
      diagnostics: [...conversion.diagnostics, ...above],
    };
  };
  return adjustTypeScript(replace, () => {
    const { createConverter, isCompleteCode } = fromTslab<ConverterModule>("./converter.js");
    const { getCodeMetadata } = fromTslab<MetadataModule>("./metadata.js");
    const { printQuickInfo } = fromTslab<InspectModule>("./inspect.js");
    const converter = createConverter({ isJS: false, isBrowser: false });
    return {
      ...converter,
      ...{ isCompleteCode, getCodeMetadata, printQuickInfo, sourceMaps },
      convert: (declarations, code) => complete(converter.convert(declarations, code)),
      lookForEdits: () => watches.poll(),
      readAhead: (entry) => readAhead({ typescript, ...latest!, entry }),
      keepDeclarations: (kept) => keepDeclarations(typescript, kept),
    };
  });
}
