import ts from "typescript";

const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor as new (
  ...parts: string[]
) => (load: (module: string) => Promise<unknown>) => Promise<unknown>;

/** Runs code as a cell does, its imports of the library included, and gives the value of its last expression. */
export async function answerOf(code: string): Promise<unknown> {
  const tree = ts.createSourceFile("solution.ts", code, ts.ScriptTarget.Latest, true);
  const lines = tree.statements.map((statement, i) => {
    if (ts.isImportDeclaration(statement)) return loading(statement);
    const isLast = i === tree.statements.length - 1;
    return isLast
      ? `return (${(statement as ts.ExpressionStatement).expression.getText()});`
      : statement.getText();
  });
  const { outputText } = ts.transpileModule(lines.join("\n"), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  return new AsyncFunction("$load", outputText)((module) =>
    module === "../lib" ? import("../../lib/index.js") : import(/* @vite-ignore */ module),
  );
}

function loading({ importClause, moduleSpecifier }: ts.ImportDeclaration): string {
  const names = importClause!.namedBindings!.getText().replace(/^\* as /, "");
  return `const ${names} = await $load(${moduleSpecifier.getText()});`;
}
