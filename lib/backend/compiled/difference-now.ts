import type { NodeBackend } from "../tensorflow/index.js";
import { differenceOf } from "./compare-recordings.js";
import { ghostCalls } from "./ghost-calls.js";
import type { Recording } from "./recording.js";
import { Refusal } from "./refusal.js";
import { type Call, disposeResult, runRecorded } from "./run-recorded.js";
import { Snapshot } from "./snapshot.js";

/**
 * Goes through a call without computing, and tells in what it differs from a recording, as the end of a sentence;
 * undefined where it does the same. No variable changes.
 */
export function differenceNow(backend: NodeBackend, call: Call, recording: Recording): string | undefined {
  const before = new Snapshot();
  try {
    const now = runRecorded(backend, call, ghostCalls(recording));
    disposeResult(now, call);
    return now.refusal ?? now.unsettled ?? differenceOf(recording, now.recording);
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  } finally {
    before.restore();
    before.dispose();
  }
}
