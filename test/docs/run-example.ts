import { inspect } from "node:util";
import ts from "typescript";

/** One line `expression; // value` that did not hold, or threw. */
export interface Miss {
  line: string;
  promised: string;
  got: string;
}

const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor as new (
  ...parts: string[]
) => (...args: unknown[]) => Promise<void>;

/**
 * Runs an example: each statement `expression; // value` must have that value, every other one must run.
 *
 * @param scope - what the example may name without importing it
 * @param load - what its own imports find
 */
export async function runExample(
  code: string,
  scope: Record<string, unknown>,
  load: (module: string) => Promise<unknown> = (module) => import(/* @vite-ignore */ module),
): Promise<Miss[]> {
  const misses: Miss[] = [];
  const hold = async (line: string, promised: string, evaluate: () => unknown): Promise<void> => {
    const got = await settle(evaluate);
    if (!agrees(got, promised)) misses.push({ line, promised, got: show(got) });
  };
  const javascript = ts.transpileModule(rewrite(code), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  }).outputText;
  // A block, so that an example may declare a name that is also in its scope.
  const run = new AsyncFunction("$hold", "$load", ...Object.keys(scope), `{${javascript}}`);
  await run(hold, load, ...Object.values(scope));
  return misses;
}

/** How many lines of an example promise a value. */
export function promises(code: string): number {
  return rewrite(code).split("await $hold(").length - 1;
}

/** `expression; // value` becomes a call that compares; imports become dynamic ones. */
function rewrite(code: string): string {
  const tree = ts.createSourceFile("example.ts", code, ts.ScriptTarget.Latest, true);
  return tree.statements
    .map((statement) => {
      if (ts.isImportDeclaration(statement)) return dynamicImport(statement);
      const [range] = ts.getTrailingCommentRanges(code, statement.end) ?? [];
      if (range === undefined || !ts.isExpressionStatement(statement)) return statement.getText();
      const promised = code.slice(range.pos + 2, range.end).trim();
      const line = statement.expression.getText();
      return `await $hold(${JSON.stringify(line)}, ${JSON.stringify(promised)}, async () => (${line}));`;
    })
    .join("\n");
}

function dynamicImport({ importClause, moduleSpecifier }: ts.ImportDeclaration): string {
  const loaded = `await $load(${moduleSpecifier.getText()})`;
  const bindings = importClause?.namedBindings;
  if (bindings === undefined) return `${loaded};`;
  if (ts.isNamespaceImport(bindings)) return `const ${bindings.name.getText()} = ${loaded};`;
  const names = bindings.elements
    .filter((element) => !element.isTypeOnly)
    .map((element) => [element.propertyName?.getText(), element.name.getText()].filter(Boolean).join(": "));
  return `const { ${names.join(", ")} } = ${loaded};`;
}

class Thrown {
  constructor(readonly error: Error) {}
}

async function settle(evaluate: () => unknown): Promise<unknown> {
  try {
    return await evaluate();
  } catch (error) {
    return new Thrown(error as Error);
  }
}

/** Whether a value is the promised one: as an expression, as text, or `throws …` with words of the message. */
function agrees(got: unknown, promised: string): boolean {
  if (got instanceof Thrown) {
    const words = /^throws\b\s*(.*)$/.exec(promised)?.[1];
    return words !== undefined && `${got.error.name}: ${got.error.message}`.includes(words);
  }
  return promised === got || plain(show(got)) === plain(promised) || isClose(got, spelled(promised));
}

/** Deeply equal, with numbers as close as single precision can be. */
function isClose(got: unknown, wanted: unknown): boolean {
  if (typeof got === "number" && typeof wanted === "number")
    return Object.is(got, wanted) || Math.abs(got - wanted) <= 1e-6 * Math.abs(wanted);
  if (typeof got !== "object" || typeof wanted !== "object" || got === null || wanted === null)
    return got === wanted;
  const [a, b] = [Object.entries(got), Object.entries(wanted)];
  return (
    Array.isArray(got) === Array.isArray(wanted) &&
    a.length === b.length &&
    a.every(([key, value]) => key in wanted && isClose(value, (wanted as Record<string, unknown>)[key]))
  );
}

/** The value that a promise spells, if it is an expression. */
function spelled(promised: string): unknown {
  try {
    return new Function(`return (${promised});`)();
  } catch {
    return new Thrown(new Error(promised));
  }
}

function show(value: unknown): string {
  if (value instanceof Thrown) return `throws ${value.error.stack ?? value.error.message}`;
  return inspect(value, { depth: 8, breakLength: Number.POSITIVE_INFINITY, maxArrayLength: 200 });
}

/** Spaces, the kind of quote, and the lengths that `inspect` adds are nobody's concern. */
function plain(text: string): string {
  return text
    .replace(/(Array|Map|Set)\(\d+\)/g, "$1")
    .replace(/\s+/g, "")
    .replaceAll("'", '"');
}
