import type { ParsedFile, Statement, TypeScript } from "./internals.js";

interface Kept {
  /** Of the cell that has failed, and of all cells before it that it leaves as they were. */
  after: string;
  /** As they were before the cell. */
  before: string;
  /** The names that the cell declares and has given no value. */
  missing: ReadonlySet<string>;
}

interface Declaration {
  names: readonly string[];
  text: string;
}

/**
 * What is declared once a cell has failed half-way: each variable that it got to, as the cell declares it, and the
 * others as before.
 */
export function keepDeclarations(typescript: TypeScript, { after, before, missing }: Kept): string {
  const isMissing = ({ names }: Declaration) => names.some((name) => missing.has(name));
  const got = declarations(typescript, after).filter((declaration) => !isMissing(declaration));
  const left = declarations(typescript, before).filter(isMissing);
  return [...got, ...left].map(({ text }) => `${text}\n`).join("");
}

function declarations(typescript: TypeScript, text: string): Declaration[] {
  const { ES2022 } = typescript.ScriptTarget;
  const file = typescript.createSourceFile("declarations.d.ts", text, ES2022, true);
  return file.statements.flatMap((statement) => {
    const isType =
      typescript.isInterfaceDeclaration(statement) || typescript.isTypeAliasDeclaration(statement);
    return isType ? [{ names: [], text: statement.getText(file) }] : values(statement, file);
  });
}

/** One declaration for each variable, also where several share a `const`. */
function values(statement: Statement, file: ParsedFile): Declaration[] {
  const { declarationList, importClause, name } = statement;
  const text = statement.getText(file);
  if (declarationList !== undefined) {
    const keyword = /^(?:export )?declare (?:const|let|var) /.exec(text)?.[0] ?? "declare let ";
    return declarationList.declarations.map((variable) => ({
      names: [variable.name.text ?? ""],
      text: `${keyword}${variable.getText(file)};`,
    }));
  }
  const { namedBindings } = importClause ?? {};
  const identifiers = [
    ...[name, importClause?.name, namedBindings?.name],
    ...(namedBindings?.elements ?? []).map((element) => element.name),
  ];
  return [{ names: identifiers.flatMap((identifier) => identifier?.text ?? []), text }];
}
