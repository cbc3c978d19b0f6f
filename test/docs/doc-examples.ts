import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";

/** One `@example` of lib/. */
export interface DocExample {
  /** From lib/. */
  file: string;
  /** What it stands above. */
  name: string;
  code: string;
}

/** Every `@example` in the doc comments of lib/. */
export function docExamples(): DocExample[] {
  return readdirSync("lib", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .sort()
    .flatMap((file) => examplesOf(file, readFileSync(`lib/${file}`, "utf8")));
}

/** The examples of one file. */
export function examplesOf(file: string, source: string): DocExample[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const examples: DocExample[] = [];
  const visit = (node: ts.Node): void => {
    for (const tag of ts.getJSDocTags(node)) {
      if (tag.tagName.text !== "example" || tag.parent.parent !== node) continue;
      const code = (ts.getTextOfJSDocComment(tag.comment) ?? "").replace(/^```\w*\n|```$/gm, "");
      examples.push({ file, name: nameOf(node), code });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return examples;
}

function nameOf(node: ts.Node): string {
  if (ts.isVariableStatement(node)) return node.declarationList.declarations[0]!.name.getText();
  return (node as ts.NamedDeclaration).name?.getText() ?? "";
}
