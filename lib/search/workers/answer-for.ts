import { UsageError } from "../../core/index.js";
import type { Trial } from "../trials/trial.js";
import type { AnswerCall, TrialOrder } from "./trial-order.js";

/** What another process needs to run this trial. */
export function orderOf({ number, seed, attempt, parameters, resumeFrom }: Trial): TrialOrder {
  return { number, seed, attempt, parameters, resumeFrom };
}

/** Lets the trial answer what its double in another process is asked. */
export function answerFor(trial: Trial & { writable?(): Promise<void> }): AnswerCall {
  return async ({ method, arguments: values }) => {
    await trial.writable?.();
    try {
      const call = trial[method].bind(trial) as (...values: readonly unknown[]) => unknown;
      return { value: await call(...values) };
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      const { got, expected, fix } = error;
      return { mistake: { got, expected, fix } };
    }
  };
}
