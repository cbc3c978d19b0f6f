import { inStore } from "../progress/in-store.js";
import type { VerdictOutcome } from "./verdict.js";

/** What a learner did with an exercise. */
export interface ExerciseStep {
  /** How many answers it adds. */
  attempts?: number;
  outcome?: VerdictOutcome;
  /** The highest hint that was shown. */
  hints?: number;
  /** Whether the solution was. */
  shown?: boolean;
}

/** What is being written; the file is opened for one piece of work after another. */
let writing: Promise<unknown> = Promise.resolve();

/** Keeps it, behind the learner's back: an answer is judged at once, and does not wait for a disk. */
export function recordExercise(id: string, step: ExerciseStep): void {
  writing = writing.then(() => write(id, step)).catch((error: Error) => console.warn(error.message));
}

/** Until all that was recorded is written. */
export async function recorded(): Promise<void> {
  await writing;
}

function write(id: string, { attempts = 0, outcome, hints = 0, shown = false }: ExerciseStep): Promise<void> {
  const solved = outcome === "right" ? new Date().toISOString() : null;
  return inStore((connection) => {
    connection
      .prepare("INSERT OR IGNORE INTO exercises (exercise, attempts, hints, shown) VALUES (?, 0, 0, 0)")
      .run(id);
    connection
      .prepare(
        `UPDATE exercises SET attempts = attempts + ?, hints = max(hints, ?), shown = max(shown, ?),
         solved = coalesce(solved, ?) WHERE exercise = ?`,
      )
      .run(attempts, hints, Number(shown), solved, id);
  });
}
