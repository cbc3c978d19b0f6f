import type { NodeBackend } from "../tensorflow/index.js";
import { differenceNow } from "./difference-now.js";
import { Program } from "./program.js";
import { type Call, disposeResult, runRecorded } from "./run-recorded.js";
import { Snapshot } from "./snapshot.js";

/** A program that is yet to run the call, or the call's result and why there is none. */
export type Made =
  | { readonly program: Program }
  | {
      readonly program: undefined;
      readonly result: unknown;
      readonly why: string;
      readonly forGood: boolean;
    };

/**
 * Makes a program of what a call does.
 *
 * The step runs once, to be recorded, and is gone through again without computing, to see whether it does the same. If
 * so, all that it changed is taken back: the program does it once more, so that a training has the same bits from its
 * first step on, wherever it was recorded.
 */
export function makeProgram(backend: NodeBackend, call: Call): Made {
  const before = new Snapshot();
  try {
    const recorded = runRecorded(backend, call);
    const { result, packing, recording, refusal, unsettled } = recorded;
    const why = refusal ?? unsettled;
    if (why !== undefined || packing === undefined)
      return { program: undefined, result, why: why!, forGood: refusal !== undefined };
    let difference: string | undefined;
    try {
      difference = differenceNow(backend, call, recording);
    } catch (error) {
      disposeResult(recorded, call); // the step threw when it was gone through again: nobody gets what it returned
      throw error;
    }
    if (difference !== undefined) return { program: undefined, result, why: difference, forGood: false };
    try {
      const program = new Program(backend, recording, packing.pack, call.repeats);
      before.restore();
      disposeResult(recorded, call);
      return { program };
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return { program: undefined, result, why, forGood: true };
    }
  } finally {
    before.dispose();
  }
}
