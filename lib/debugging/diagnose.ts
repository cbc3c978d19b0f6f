import { checkOptions, type Diagnosis, type Finding, withCellSignal } from "../core/index.js";
import { nextTurn } from "../training/index.js";
import { allChecks } from "./checks/all-checks.js";
import { type Check, NotRun } from "./checks/check.js";
import { assertTrainingProgram } from "./program/assert-training-program.js";
import type { Case } from "./program/case.js";
import { disposeMadeSince, tensorMark } from "./program/dispose-made-since.js";
import { openCase } from "./program/open-case.js";
import { snapshot } from "./program/snapshot.js";
import type { SeededProgram, TrainingProgram } from "./training-program.js";

/** Options for {@link diagnose}. */
export interface DiagnoseOptions {
  /** Given to a program that is a function of a seed, and used wherever a check draws samples; defaults to 0. */
  seed?: number;
  /** Ends the examination within one step. */
  signal?: AbortSignal;
  /** Called before each check with its name. */
  onCheck?: (name: string) => void;
}

/** Errors before warnings before notes. */
const weight = { error: 2, warning: 1, note: 0 } as const;

/**
 * Examines a training program and names what is wrong with it, most likely cause first.
 *
 * Quick checks read data, labels, layers and the loss; then the program is trained on one batch. The program's
 * weights are afterwards as they were. A check that could not run, or could only have repeated an earlier finding,
 * is listed with the reason.
 *
 * @param program - a training program, or a function of a seed that makes one; what such a function made is disposed
 * @throws UsageError when it is no training program; the signal's reason when it is aborted
 * @see J. Tobin, "Troubleshooting Deep Neural Networks", Full Stack Deep Learning (2021)
 */
export async function diagnose(
  program: TrainingProgram | SeededProgram,
  options: DiagnoseOptions = {},
): Promise<Diagnosis> {
  checkOptions("diagnose", options, ["seed", "signal", "onCheck"]);
  const { seed = 0, signal, onCheck = () => {} } = withCellSignal(options);
  const began = performance.now();
  const mark = tensorMark();
  const made = typeof program === "function" ? await program(seed) : program;
  try {
    assertTrainingProgram(made);
    const patient = await openCase(made, { seed, signal });
    const before = await snapshot(made.model);
    try {
      const { findings, ran, notRun } = await runChecks(patient, onCheck);
      const verdict = findings.some(({ severity }) => severity !== "note") ? "faulty" : "clean";
      return { verdict, findings, ran, notRun, seconds: (performance.now() - began) / 1000 };
    } finally {
      await before.restore();
      before.dispose();
      patient.dispose();
    }
  } finally {
    if (typeof program === "function") disposeMadeSince(mark, made);
  }
}

async function runChecks(
  patient: Case,
  onCheck: (name: string) => void,
): Promise<Pick<Diagnosis, "findings" | "ran" | "notRun">> {
  const findings: Finding[] = [];
  const ran: string[] = [];
  const notRun: { check: string; reason: string }[] = [];
  for (const check of allChecks) {
    patient.signal?.throwIfAborted();
    await nextTurn();
    onCheck(check.name);
    const result = await attempt(check, patient, findings);
    if (typeof result === "string") notRun.push({ check: check.name, reason: result });
    else {
      ran.push(check.name);
      findings.push(...result);
    }
  }
  findings.sort((a, b) => weight[b.severity] - weight[a.severity] || b.confidence - a.confidence);
  return { findings, ran, notRun };
}

/** What the check found, or the reason why it could not run. One check that fails must not silence the others. */
async function attempt(
  check: Check,
  patient: Case,
  findings: readonly Finding[],
): Promise<Finding[] | string> {
  try {
    return await check.run(patient, findings);
  } catch (error) {
    if (error instanceof NotRun) return error.message;
    if (patient.signal?.aborted) throw error;
    return `it failed: ${(error as Error).message.split("\n")[0]}`;
  }
}
