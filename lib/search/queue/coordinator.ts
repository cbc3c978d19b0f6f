import type { Queue } from "bullmq";
import type { Trial } from "../trials/trial.js";
import { answerFor, orderOf } from "../workers/answer-for.js";
import { TrialLost } from "../workers/trial-lost.js";
import type { AnswerCall } from "../workers/trial-order.js";
import { type Engine, openEngine } from "./engine.js";
import { packed, queueName, type TrialReturn, unpacked, type WorkerMessage } from "./messages.js";
import { persistently } from "./persistently.js";

/** How a study's trials are spread. */
export interface CoordinatorOptions {
  /** `redis://…` or `postgres://…`. */
  readonly queue: string;
  /** The study's name, by which workers find its trials. */
  readonly study: string;
  /** By which it is known again after a restart: one for each store of a study. */
  readonly id: string;
  /** Milliseconds after which a worker that has not been heard of counts as gone; defaults to 15,000. */
  readonly leaseMs?: number;
}

interface Pending {
  readonly answer: AnswerCall;
  readonly settle: (end: TrialReturn) => void;
  /** How often in a row its job was not to be found. */
  missed: number;
}

/** Hands trials to workers on any machine, answers their calls and hears how they ended. */
export class Coordinator {
  readonly #engine: Engine;
  readonly #options: CoordinatorOptions;
  readonly #trials: Queue;
  readonly #listens: string;
  readonly #pending = new Map<string, Pending>();
  readonly #answers = new Map<string, Queue>();
  readonly #stop = new AbortController();
  readonly #sweeping: NodeJS.Timeout;

  private constructor(engine: Engine, options: CoordinatorOptions) {
    const { study, id, leaseMs = 15_000 } = options;
    this.#engine = engine;
    this.#options = options;
    this.#trials = engine.queue(queueName(study, "trials"));
    this.#listens = queueName(study, `to-${id}`);
    engine.worker(this.#listens, async (job) => this.#hear(unpacked(job.data)), {
      ...{ concurrency: 16, removeOnComplete: { count: 0 }, removeOnFail: { count: 0 } },
    });
    // It takes no jobs, but finds those whose worker is gone where no other worker is left to do so.
    const watch = { autorun: false, lockDuration: leaseMs, stalledInterval: leaseMs / 3, maxStalledCount: 0 };
    void engine.worker(this.#trials.name, null, watch).startStalledCheckTimer();
    this.#sweeping = setInterval(() => void this.#sweep(), Math.min(1000, leaseMs / 3));
  }

  /**
   * Connects to the queue.
   *
   * @throws UsageError when it cannot be reached
   */
  static async open(options: CoordinatorOptions): Promise<Coordinator> {
    return new Coordinator(await openEngine(options.queue), options);
  }

  /** The objective of each trial: run by whichever worker is free. */
  readonly objective = async (trial: Trial): Promise<unknown> => {
    const key = keyOf(trial);
    const end = this.#endOf(trial, key);
    const data = packed({ order: orderOf(trial), coordinator: this.#listens });
    const jobId = this.#jobId(key);
    const add = () =>
      this.#trials.add("trial", data, {
        jobId,
        removeOnComplete: { count: 5000 },
        removeOnFail: { count: 5000 },
      });
    end.catch(() => {}); // it may be stopped before it is added
    await persistently(add, AbortSignal.any([trial.signal, this.#stop.signal]));
    const result = await end;
    if (result.kind === "returned") return result.value;
    if (result.kind === "lost") throw new TrialLost(result.message, result);
    throw result.name === ""
      ? result.message
      : Object.assign(new Error(result.message), { name: result.name });
  };

  /** Ends the connection; what workers still run, they are told at their next call that it is not wanted. */
  async close(): Promise<void> {
    clearInterval(this.#sweeping);
    this.#stop.abort();
    for (const key of this.#pending.keys()) await this.#trials.remove(this.#jobId(key)).catch(() => {});
    await this.#engine.close();
  }

  /** Waits for a trial's end, or until it is stopped: its worker hears that at its next call. */
  async #endOf(trial: Trial, key: string): Promise<TrialReturn> {
    let stop = () => {};
    try {
      return await new Promise<TrialReturn>((settle, reject) => {
        stop = () => reject(new TrialLost("The search was stopped."));
        trial.signal.addEventListener("abort", stop);
        this.#pending.set(key, { answer: answerFor(trial), settle, missed: 0 });
      });
    } finally {
      trial.signal.removeEventListener("abort", stop);
      this.#pending.delete(key);
    }
  }

  async #hear({ number, attempt, call, end }: WorkerMessage): Promise<void> {
    const pending = this.#pending.get(keyOf({ number, attempt }));
    if (end !== undefined) pending?.settle(end); // of two ends of one attempt, or an older attempt's, only the first counts
    if (call === undefined) return;
    const { id, worker } = call;
    const message =
      pending === undefined ? { id, gone: true } : { id, answer: await pending.answer(call.call) };
    const add = () => this.#answersTo(worker).add("answer", packed(message), { removeOnComplete: true });
    await persistently(add, this.#stop.signal);
  }

  #answersTo(worker: string): Queue {
    const known = this.#answers.get(worker) ?? this.#engine.queue(worker);
    this.#answers.set(worker, known);
    return known;
  }

  /** Finds trials whose worker is gone: their jobs have failed, or the server has lost them. */
  async #sweep(): Promise<void> {
    for (const [key, pending] of this.#pending) {
      const state = await this.#trials.getJobState(this.#jobId(key)).catch(() => "unreachable");
      if (state === "failed")
        pending.settle({ kind: "lost", message: "Its worker is gone.", blameless: true });
      pending.missed = state === "unknown" ? pending.missed + 1 : 0;
      if (pending.missed > 3)
        pending.settle({ kind: "lost", message: "The queue has lost it.", blameless: true });
    }
  }

  #jobId(key: string): string {
    return `${this.#options.id}-${key}`;
  }
}

function keyOf({ number, attempt }: { number: number; attempt: number }): string {
  return `${number}-${attempt}`;
}
