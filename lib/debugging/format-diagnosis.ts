import { type Diagnosis, type Finding, wrapped } from "../core/index.js";

/** Lines short enough for a page not to break them in the middle of a word, and where their text begins. */
const [width, hang] = [96, 11];

/**
 * A diagnosis as a page of text: the verdict, each finding with its evidence and what to type, and what ran.
 *
 * @example
 * formatDiagnosis({ verdict: "clean", findings: [], ran: ["a"], notRun: [], seconds: 1 }).split("\n")[0]; // "clean: nothing wrong was found."
 */
export function formatDiagnosis({ verdict, findings, ran, notRun, seconds }: Diagnosis): string {
  const faults = findings.filter(({ severity }) => severity !== "note").length;
  return [
    verdict === "clean"
      ? "clean: nothing wrong was found."
      : `faulty: ${faults} ${faults === 1 ? "cause" : "causes"} found, most likely first.`,
    "",
    ...findings.flatMap((finding, i) => [...findingText(finding, i + 1), ""]),
    `${ran.length} checks ran in ${seconds.toFixed(1)} s:`,
    ...ran.map((check) => `  ✓ ${check}`),
    ...(notRun.length > 0
      ? ["Not run:", ...notRun.map(({ check, reason }) => `  – ${check}: ${reason}`)]
      : []),
  ].join("\n");
}

function findingText(finding: Finding, number: number): string[] {
  const { severity, code, where, title, evidence, fix, lesson, confirmed } = finding;
  const proof = confirmed === "by-intervention" ? " (confirmed: changing it helps)" : "";
  return [
    `${number}. ${severity} in ${where}: ${title} [${code}]${proof}`,
    `   Seen:   ${wrapped(evidence, width - hang, hang)}`,
    `   To fix: ${wrapped(fix, width - hang, hang)}`,
    `   Lesson: ${lesson}`,
  ];
}
