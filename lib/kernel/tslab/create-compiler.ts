import { relative } from "node:path";
import { adjustTypeScript } from "./adjust-typescript.js";
import { compilerOptions } from "./compiler-options.js";
import { expandShorthand } from "./expand-shorthand.js";
import { fromTslab } from "./from-tslab.js";
import { guardCells } from "./guard-cells.js";
import type { Converter, ConverterModule, InspectModule, MetadataModule, TypeScript } from "./internals.js";
import { keepDeclarations } from "./keep-declarations.js";
import { lightBuilder } from "./light-builder.js";
import { quietSystem } from "./quiet-system.js";
import { resolveWithFallback } from "./resolve-with-fallback.js";
import { SourceMaps } from "./source-maps.js";

export interface Compiler extends Converter {
  isCompleteCode: ConverterModule["isCompleteCode"];
  getCodeMetadata: MetadataModule["getCodeMetadata"];
  printQuickInfo: InspectModule["printQuickInfo"];
  readonly sourceMaps: SourceMaps;
  /** What is declared after a cell that has failed half-way. */
  keepDeclarations(kept: Parameters<typeof keepDeclarations>[1]): string;
}

export interface CompilerFolders {
  /** The process's working folder, where relative imports start. */
  notebookFolder: string;
  /** Whose packages a notebook elsewhere falls back on. */
  packageFolder: string;
}

/** tslab's converter, with our compiler options and with a memory of source maps. */
export function createCompiler({ notebookFolder, packageFolder }: CompilerFolders): Compiler {
  const sourceMaps = new SourceMaps();
  const replace = (typescript: TypeScript): Partial<TypeScript> => ({
    ...expandShorthand(typescript),
    createWatchCompilerHost(files, options, system, _, ...reporters) {
      const host = typescript.createWatchCompilerHost(
        files,
        { ...options, ...compilerOptions(typescript, notebookFolder) },
        quietSystem(system),
        lightBuilder(typescript),
        ...reporters,
      );
      if (relative(packageFolder, notebookFolder).startsWith(".."))
        resolveWithFallback(host, { typescript, system, packageFolder });
      return host;
    },
    transpileModule(emitted, options) {
      const { code, map } = SourceMaps.split(emitted);
      const compilerOptions = { ...options.compilerOptions, sourceMap: true };
      const result = typescript.transpileModule(code, {
        ...options,
        compilerOptions,
        transformers: { before: [guardCells(typescript)] },
      });
      const outputText = result.outputText.replace(/\n?\/\/# sourceMappingURL=\S+\s*$/, "\n");
      sourceMaps.record(outputText, [result.sourceMapText, map]);
      return { ...result, outputText };
    },
  });
  return adjustTypeScript(replace, () => {
    const { createConverter, isCompleteCode } = fromTslab<ConverterModule>("./converter.js");
    const { getCodeMetadata } = fromTslab<MetadataModule>("./metadata.js");
    const { printQuickInfo } = fromTslab<InspectModule>("./inspect.js");
    const converter = createConverter({ isJS: false, isBrowser: false });
    return {
      ...converter,
      ...{ isCompleteCode, getCodeMetadata, printQuickInfo, sourceMaps },
      keepDeclarations: (kept) => keepDeclarations(fromTslab("@tslab/typescript-for-tslab"), kept),
    };
  });
}
