import { extname } from "node:path";
import { UsageError, writeAtomically } from "../../core/index.js";
import type { ModelReport } from "./model-report.js";

/**
 * Throws where a report cannot be written by that name; asked before the work begins.
 *
 * @throws UsageError for an ending that is neither .html nor .md
 */
export function assertReportFile(file: string): void {
  const ending = extname(file).toLowerCase();
  if (ending === ".html" || ending === ".md") return;
  throw new UsageError({
    got: `--report ${file}.`,
    expected: "a name that ends in .html or .md.",
    fix: `write --report ${file.slice(0, file.length - ending.length)}.html.`,
  });
}

/** Writes the report as its file's ending says, whole or not at all. */
export async function writeReport(file: string, report: ModelReport): Promise<void> {
  if (extname(file).toLowerCase() === ".md") {
    const { reportToMarkdown } = await import("./report-to-markdown.js");
    return writeAtomically(file, reportToMarkdown(report));
  }
  const { reportToHtml } = await import("./report-to-html.js");
  return writeAtomically(file, await reportToHtml(report));
}
