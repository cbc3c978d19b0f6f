import { tableForms } from "../../core/index.js";
import type { StudyFinding } from "./study-finding.js";

/** Findings for a notebook that shows them as a cell's last value. */
export function findingsForms(findings: readonly StudyFinding[]): Record<string, unknown> {
  if (findings.length === 0) {
    const text = "Nothing that looks wrong was seen.";
    return { "text/html": `<p>${text}</p>`, "text/plain": text };
  }
  const rows = findings.map(({ severity, title, evidence, fix }) => [severity, title, evidence, fix]);
  return {
    ...tableForms(["", "what was seen", "evidence", "what to do"], rows),
    "text/plain": findings.map(lines).join("\n\n"),
  };
}

function lines({ severity, title, evidence, fix }: StudyFinding): string {
  return `${severity}: ${title}\n  ${evidence}\n  To do: ${fix}`;
}
