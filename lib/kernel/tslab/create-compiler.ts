import { join } from "node:path";
import { adjustTypeScript } from "./adjust-typescript.js";
import { compilerOptions } from "./compiler-options.js";
import { fromTslab } from "./from-tslab.js";
import type {
  CompilerHost,
  Converter,
  ConverterModule,
  InspectModule,
  MetadataModule,
  TypeScript,
} from "./internals.js";
import { SourceMaps } from "./source-maps.js";

export interface Compiler extends Converter {
  isCompleteCode: ConverterModule["isCompleteCode"];
  getCodeMetadata: MetadataModule["getCodeMetadata"];
  printQuickInfo: InspectModule["printQuickInfo"];
  readonly sourceMaps: SourceMaps;
}

export interface CompilerFolders {
  /** The process's working folder, where relative imports start. */
  notebookFolder: string;
  /** Whose packages a notebook elsewhere falls back on. */
  packageFolder: string;
}

/** A notebook outside the package finds what it has no copy of where the kernel itself finds it. */
function resolveWithFallback(typescript: TypeScript, packageFolder: string) {
  const inPackage = join(packageFolder, "dist", "cell.ts");
  return (
    ...[literals, containingFile, , options]: Parameters<
      NonNullable<CompilerHost["resolveModuleNameLiterals"]>
    >
  ) =>
    literals.map(({ text }) => {
      const own = typescript.resolveModuleName(text, containingFile, options, typescript.sys);
      return own.resolvedModule === undefined && !/^[./]/.test(text)
        ? typescript.resolveModuleName(text, inPackage, options, typescript.sys)
        : own;
    });
}

/** tslab's converter, with our compiler options and with a memory of source maps. */
export function createCompiler({ notebookFolder, packageFolder }: CompilerFolders): Compiler {
  const sourceMaps = new SourceMaps();
  const replace = (typescript: TypeScript): Partial<TypeScript> => ({
    createWatchCompilerHost(files, options, system, ...rest) {
      const own = compilerOptions(typescript, notebookFolder);
      const host = typescript.createWatchCompilerHost(files, { ...options, ...own }, system, ...rest);
      if (!`${notebookFolder}/`.startsWith(`${packageFolder}/`))
        host.resolveModuleNameLiterals = resolveWithFallback(typescript, packageFolder);
      return host;
    },
    transpileModule(emitted, options) {
      const { code, map } = SourceMaps.split(emitted);
      const compilerOptions = { ...options.compilerOptions, sourceMap: true };
      const result = typescript.transpileModule(code, { ...options, compilerOptions });
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
    return { ...converter, isCompleteCode, getCodeMetadata, printQuickInfo, sourceMaps };
  });
}
