import { type Finding, wrapped } from "../../core/index.js";

/** What is odd about the logs, one paragraph each; empty where nothing is. */
export function findingsText(findings: readonly Finding[]): string {
  return findings
    .map(({ severity, title, evidence, fix }) =>
      wrapped(`${severity}: ${title} (${evidence}). ${capital(fix)}`, 88),
    )
    .join("\n");
}

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);
