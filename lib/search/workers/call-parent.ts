import { readSync, writeSync } from "node:fs";
import { UsageError } from "../../core/index.js";
import { frame, frameReader } from "./frames.js";
import type { TrialAnswer, TrialCall } from "./trial-order.js";

/** Where a trial's process finds the pipe for its calls. */
export const callPipe = 4;

/**
 * Asks the parent and waits, with the event loop at rest: `trial.float()` gives its value at once, wherever the trial runs.
 *
 * @throws UsageError for what the caller did wrong
 */
export function callParent(call: TrialCall): unknown {
  const request = frame(call);
  for (let at = 0; at < request.length; ) at += patiently(() => writeSync(callPipe, request, at));
  let answer: TrialAnswer | undefined;
  const take = frameReader((value) => {
    answer = value as TrialAnswer;
  });
  const bytes = Buffer.alloc(65_536);
  while (answer === undefined) {
    const length = patiently(() => readSync(callPipe, bytes));
    if (length === 0) process.exit(); // the parent is no more
    take(bytes.subarray(0, length));
  }
  if (answer.mistake !== undefined) throw new UsageError(answer.mistake);
  return answer.value;
}

/** A pipe may have been made so that it does not wait. */
function patiently(act: () => number): number {
  for (;;)
    try {
      return act();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
}
