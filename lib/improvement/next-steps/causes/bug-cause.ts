import type { Cause } from "../cause.js";
import type { Clues } from "../clues.js";

/** What the doctor found: as long as the program is faulty, its errors say nothing of the model. */
export function bugCause({ findings = [] }: Clues): Cause | undefined {
  const worst =
    findings.find(({ severity }) => severity === "error") ??
    findings.find(({ severity }) => severity === "warning");
  if (worst === undefined) return undefined;
  const evidence = `the doctor found ${worst.code} at ${worst.where}: ${worst.evidence.replace(/\.$/, "")}`;
  return { name: "bug", size: { estimate: 0, low: 0, high: 0 }, evidence, where: worst.where };
}
