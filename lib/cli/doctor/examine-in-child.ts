import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type Diagnosis, UsageError } from "../../core/index.js";
import type { Examination, ExaminationMessage } from "./examination.js";

/** How the examination is watched. */
export interface ExamineOptions {
  /** Seconds that the file has to load and to make its program. */
  timeout: number;
  /** Called with what happens meanwhile. */
  onProgress?: (message: ExaminationMessage) => void;
}

/**
 * Examines a user's program in a process of its own, so that a file that hangs, exits or crashes is an answer too.
 * What the program prints goes to standard error.
 *
 * @throws UsageError where the examination could not be made
 */
export function examineInChild(
  examination: Examination,
  { timeout, onProgress = () => {} }: ExamineOptions,
): Promise<Diagnosis> {
  const { file } = examination;
  const child = fork(fileURLToPath(new URL("./child.js", import.meta.url)), {
    stdio: ["ignore", 2, 2, "ipc"],
    serialization: "advanced", // NaN and Infinity survive
  });
  let clock: NodeJS.Timeout | undefined;
  return new Promise<Diagnosis>((resolve, reject) => {
    clock = setTimeout(() => reject(hangs(file, timeout)), timeout * 1000);
    child.on("message", (message: ExaminationMessage) => {
      onProgress(message);
      if (message.kind === "loaded") clearTimeout(clock);
      if (message.kind === "diagnosis") resolve(message.diagnosis);
      if (message.kind === "problem") reject(new UsageError(message.problem));
    });
    child.on("error", reject);
    child.on("exit", (code, signal) => reject(ended(file, signal ?? `exit code ${code}`)));
    child.send(examination);
  }).finally(() => {
    clearTimeout(clock);
    child.kill("SIGKILL");
  });
}

function hangs(file: string, timeout: number): UsageError {
  return new UsageError({
    got: `${file} was not ready after ${timeout} s.`,
    expected: "a file that makes its model and data, and leaves the training to the doctor.",
    fix: `do not train, wait or loop at the top of the file; if it needs the time, add --timeout ${timeout * 5}.`,
  });
}

function ended(file: string, how: string): UsageError {
  return new UsageError({
    got: `the process that ran ${file} ended early, by ${how}.`,
    expected: "a file that exports a training program and stays alive.",
    fix: "remove process.exit from the file; if memory ran out, export fewer samples: 10,000 are enough.",
  });
}
