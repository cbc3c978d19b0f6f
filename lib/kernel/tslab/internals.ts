/**
 * Every internal of tslab 1.0.22 that we touch, and nothing else. tslab's public API is `display` alone, so each
 * of these may move in its next release: test/kernel/tslab-contract.test.ts fails when one does.
 */

import type {
  Block,
  Identifier,
  Node,
  ParsedFile,
  ShorthandProperty,
  Statement,
  TransformationContext,
  Visitor,
} from "./syntax.js";

export type * from "./syntax.js";

/** A place in the cell, zero-based. */
interface Place {
  offset: number;
  line: number;
  character: number;
}

export interface Diagnostic {
  start: Place;
  end: Place;
  messageText: string;
  category: number;
  code: number;
  /** Absent for the cell itself. */
  fileName?: string;
}

export interface Conversion {
  output?: string;
  declOutput?: string;
  diagnostics: Diagnostic[];
  hasToplevelAwait?: boolean;
  lastExpressionVar?: string;
  sideOutputs?: { path: string; data: string }[];
}

/** dist/converter.js: checks a cell against the declarations of those before it and turns it into CommonJS. */
export interface Converter {
  convert(declarations: string, code: string): Conversion;
  inspect(declarations: string, code: string, position: number): object | undefined;
  complete(
    declarations: string,
    code: string,
    position: number,
  ): { start: number; end: number; candidates: string[] };
  addModule(name: string, code: string, metadata: { jsx?: true }): Diagnostic[];
  close(): void;
}

export interface ConverterModule {
  createConverter(options: { isJS: boolean; isBrowser: boolean }): Converter;
  isCompleteCode(code: string): { completed: boolean; indent?: string };
}

/** dist/metadata.js: reads `@module name` from a cell's first comment. */
export interface MetadataModule {
  getCodeMetadata(code: string): { module?: string; jsx?: true };
}

/** dist/inspect.js */
export interface InspectModule {
  printQuickInfo(info: object): string;
}

/** dist/jupyter.js: where tslab's own `display` sends its data. */
export interface JupyterModule {
  lastWriteDisplayData: ((content: DisplayContent, update?: boolean) => void) | null;
}

export interface DisplayContent {
  data: Record<string, unknown>;
  metadata: Record<string, unknown>;
  transient: { display_id?: string };
}

type Options = Record<string, unknown>;

export interface ResolvedModules {
  resolvedModule?: { resolvedFileName: string };
}

export interface CompilerHost {
  resolveModuleNameLiterals?: (
    literals: readonly { text: string }[],
    containingFile: string,
    redirected: unknown,
    options: Options,
  ) => readonly ResolvedModules[];
  hasInvalidatedResolutions?: (file: string) => boolean;
}

/** What a program gets its files from; it remembers them until they change. */
export interface ProgramHost extends CompilerHost {
  getSourceFile(path: string, target: unknown): (SourceFile & ParsedFile) | undefined;
}

/** Told that a file was created (0), changed (1) or deleted (2). */
export type WatchedFile = (path: string, kind: number) => void;

export interface System {
  useCaseSensitiveFileNames: boolean;
  readFile(path: string, encoding?: string): string | undefined;
  watchFile(path: string, tell: WatchedFile, pollingInterval?: number): { close(): void };
}

export interface SourceFile {
  fileName: string;
  isDeclarationFile: boolean;
  resolvedModules?: {
    forEach(take: (resolution: { resolvedModule?: { resolvedFileName: string } }) => void): void;
  };
}

export interface Checker {
  getSymbolAtLocation(node: Node): unknown;
  getShorthandAssignmentValueSymbol(node: Node): unknown;
}

/** What a program says of a file before it is translated. */
export interface ProgramDiagnostic {
  file?: SourceFile;
  start?: number;
  length?: number;
  messageText: unknown;
  category: number;
  code: number;
}

export interface Program {
  getTypeChecker(): Checker;
  getSyntacticDiagnostics(file: SourceFile): readonly ProgramDiagnostic[];
  getSemanticDiagnostics(file: SourceFile): readonly ProgramDiagnostic[];
}

/** The part of a builder that tslab calls; `getAllDependencies` is what TypeScript's lightest one lacks. */
export interface Builder {
  getProgram(): Program;
  getSourceFile(name: string): SourceFile | undefined;
  getAllDependencies(file: SourceFile): string[];
  emit(file: unknown, write: (name: string, data: string) => void, ...rest: unknown[]): unknown;
}

/** @tslab/typescript-for-tslab, of which tslab's converter is given a copy with three functions replaced. */
export interface TypeScript {
  version: string;
  sys: System;
  ModuleResolutionKind: { Bundler: number };
  createWatchCompilerHost(
    files: string[],
    options: Options,
    system: System,
    createProgram: unknown,
    ...reporters: unknown[]
  ): CompilerHost;
  createAbstractBuilder(...args: unknown[]): Builder;
  transpileModule(
    code: string,
    options: {
      compilerOptions: Options;
      transformers?: { before: ((context: TransformationContext) => (file: Node) => Node)[] };
    },
  ): { outputText: string; sourceMapText?: string };
  visitEachChild(node: Node, visitor: Visitor, context: unknown): Node;
  bindSourceFile(file: SourceFile, options: Options): void;
  createSourceFile(name: string, text: string, target: number, setParents: boolean): ParsedFile;
  ScriptTarget: { ES2022: number };
  forEachChild(node: Node, take: (child: Node) => boolean): boolean | undefined;
  isAwaitExpression(node: Node): boolean;
  isYieldExpression(node: Node): boolean;
  isCallOrNewExpression(node: Node): node is Node & { expression: Node };
  isBreakOrContinueStatement(node: Node): node is Node & { label?: Node };
  isReturnStatement(node: Node): boolean;
  isThrowStatement(node: Node): boolean;
  isExpressionStatement(node: Node): boolean;
  isVariableDeclaration(node: Node): boolean;
  isVariableDeclarationList(node: Node): node is Node & { flags: number };
  getCombinedModifierFlags(node: Node): number;
  ModifierFlags: { Async: number };
  NodeFlags: { BlockScoped: number };
  isBlock(node: Node): node is Block;
  isFunctionLike(node: Node): boolean;
  isIterationStatement(node: Node, lookInLabeled: false): node is Statement & { statement: Statement };
  isSourceFile(node: Node): node is ParsedFile;
  isInterfaceDeclaration(node: Node): boolean;
  isTypeAliasDeclaration(node: Node): boolean;
  setSourceMapRange(node: Node, range: Node): void;
  isShorthandPropertyAssignment(node: Node): node is ShorthandProperty;
  factory: {
    createIdentifier(text: string): Identifier;
    createBlock(statements: readonly Statement[], multiLine: boolean): Block;
    updateBlock(block: Block, statements: readonly Statement[]): Block;
    updateSourceFile(file: ParsedFile, statements: readonly Statement[]): ParsedFile;
    createIfStatement(condition: Node, statement: Statement): Statement;
    createExpressionStatement(expression: Node): Statement;
    createCallExpression(callee: Node, typeArguments: undefined, args: readonly Node[]): Node;
    createArrowFunction(...parts: [undefined, undefined, readonly Node[], undefined, undefined, Node]): Node;
    createElementAccessExpression(object: Node, index: number): Node;
    createAssignment(left: Node, right: Node): Node;
    createPropertyAssignment(name: Identifier, value: Node): Node;
  };
  findConfigFile(folder: string, exists: (path: string) => boolean): string | undefined;
  readConfigFile(
    path: string,
    read: (path: string) => string,
  ): { config?: { compilerOptions?: { strict?: boolean } } };
  createModuleResolutionCache(folder: string, canonical: (name: string) => string): object;
  resolveModuleName(
    name: string,
    containingFile: string,
    options: Options,
    system: System,
    cache?: object,
  ): ResolvedModules;
  getLineAndCharacterOfPosition(file: SourceFile, position: number): { line: number; character: number };
  flattenDiagnosticMessageText(message: unknown, newLine: string): string;
}
