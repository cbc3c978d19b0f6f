import type { Finding } from "../../core/index.js";
import type { Case } from "../program/case.js";

/** One thing to look at. A new check is a file like its siblings and one line in `all-checks.ts`. */
export interface Check {
  /** As the report lists it among those that ran. */
  readonly name: string;
  /**
   * Looks, and returns what it found. It leaves weights as they were and no tensor behind.
   *
   * @param patient - the program
   * @param earlier - what checks before this one found
   * @throws NotRun where it cannot say anything about this program
   */
  run(patient: Case, earlier: readonly Finding[]): Promise<Finding[]>;
}

/** Thrown by a check that does not apply, or that could only repeat what an earlier check has said. */
export class NotRun extends Error {
  override readonly name: string = "NotRun";
}

/** Throws {@link NotRun} when something is already known that would make this check see the same bug again. */
export function skipWhenExplained(earlier: readonly Finding[], codes?: readonly Finding["code"][]): void {
  const cause = earlier.find(
    ({ severity, code }) => severity !== "note" && (codes === undefined || codes.includes(code)),
  );
  if (cause) throw new NotRun(`it would only show ${cause.code} again; repair that first`);
}
