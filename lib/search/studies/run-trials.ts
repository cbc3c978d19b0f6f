import { setMaxListeners } from "node:events";
import { setImmediate } from "node:timers/promises";
import { timeLimit } from "../trials/time-limit.js";
import { TrialLost } from "../workers/trial-lost.js";
import { unlessAborted } from "../workers/unless-aborted.js";
import type { LiveTrial } from "./live-trial.js";
import type { Objective, OptimizeOptions, Outcome } from "./study.js";
import { endPruned, endThrown, endWith } from "./trial-end.js";

/** How often a trial is begun again that lost its machine: one that brings every machine down must end, too. */
const mostLosses = 20;

/** What `runTrials` does with a study. */
export interface TrialSource {
  /** Waits until it can be written; what is wrong when it cannot. */
  locked(signal: AbortSignal): Promise<unknown>;
  begin(signal: AbortSignal): LiveTrial | undefined;
  finish(trial: LiveTrial, outcome: Outcome): boolean;
  release(trial: LiveTrial): void;
}

/** Runs trials until there are enough, time is up or the study is stopped. */
export async function runTrials(
  objective: Objective,
  options: OptimizeOptions,
  source: TrialSource,
): Promise<void> {
  const { trials, timeoutMs = Number.POSITIVE_INFINITY, workers = 1, signal, onTrial } = options;
  const stop = new AbortController();
  setMaxListeners(0, stop.signal); // as many trials wait for it as there are workers
  const stopAll = () => stop.abort(signal?.reason);
  signal?.addEventListener("abort", stopAll);
  if (signal?.aborted) stopAll();
  // The clock that never jumps.
  const start = performance.now();
  let rested = start;
  const work = async () => {
    while (!stop.signal.aborted && performance.now() - start < timeoutMs) {
      // Objectives that never wait would keep timers and signals out for ever.
      if (performance.now() - rested > 20) {
        await setImmediate();
        rested = performance.now();
        continue;
      }
      const lock = await unlessAborted(stop.signal, source.locked(stop.signal));
      if (stop.signal.aborted) return;
      if (lock !== undefined) throw lock;
      const trial = source.begin(stop.signal);
      if (trial === undefined) return;
      const outcome = await outcomeOf(objective, trial, options);
      const lasting = await source.locked(stop.signal);
      // What was stopped is taken up again all the same, for its process ends.
      if (lasting !== undefined && outcome === undefined && stop.signal.aborted) return;
      if (lasting !== undefined) throw lasting;
      if (outcome === undefined) source.release(trial);
      else if (source.finish(trial, outcome)) onTrial?.(trial.record);
      if (trial.mistake !== undefined) throw trial.mistake;
    }
  };
  try {
    await Promise.all(
      Array.from({ length: Math.min(workers, trials) }, () =>
        work().catch((error) => {
          stop.abort(error);
          throw error;
        }),
      ),
    );
  } finally {
    signal?.removeEventListener("abort", stopAll);
  }
}

/** How one trial ended; undefined where it is to be begun again. */
async function outcomeOf(
  objective: Objective,
  trial: LiveTrial,
  { trialTimeoutMs, retries = 1 }: OptimizeOptions,
): Promise<Outcome | undefined> {
  try {
    const running = Promise.resolve(objective(trial));
    const limit = timeLimit(trialTimeoutMs);
    const returned = limit === undefined ? await running : await within(limit, running);
    return trial.pruned ? endPruned(trial.record) : endWith(returned);
  } catch (error) {
    if (trial.mistake === undefined && trial.signal.aborted) return undefined;
    if (error instanceof TrialLost && trial.attempt <= (error.blameless ? mostLosses : retries))
      return undefined;
    return trial.pruned ? endPruned(trial.record) : endThrown(error);
  }
}

async function within(milliseconds: number, running: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`the objective took longer than ${milliseconds} ms`)),
      milliseconds,
    );
  });
  try {
    return await Promise.race([running, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
