// The part of TypeScript's trees that we read and make; internals.ts says of what these are internals.

/** A piece of a parsed cell. */
export interface Node {
  parent?: Node;
}

export interface Identifier extends Node {
  text: string;
}

export interface Statement extends Node {
  getText(file: Node): string;
  /** Of an import or an export. */
  moduleSpecifier?: Identifier;
  /** Of `declare const a: number, b: string;` */
  declarationList?: { declarations: readonly (Statement & { name: { text?: string } })[] };
  /** Of `import a, * as b from` or `import { c } from`. */
  importClause?: {
    name?: Identifier;
    namedBindings?: { name?: Identifier; elements?: readonly { name: Identifier }[] };
  };
  /** Of a function, a class, a type. */
  name?: { text?: string };
}

export interface Block extends Statement {
  statements: readonly Statement[];
}

/** A file as it is parsed, before it is part of a program. */
export interface ParsedFile extends Node {
  statements: readonly Statement[];
}

export type TransformationContext = { readonly transformation: unique symbol };

/** `{ name }`, or `{ name = objectAssignmentInitializer }` where it is assigned to. */
export interface ShorthandProperty extends Node {
  name: Identifier;
  objectAssignmentInitializer?: Node;
}

export type Visitor = (node: Node) => Node;
