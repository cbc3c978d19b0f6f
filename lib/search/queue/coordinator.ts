import { setTimeout } from "node:timers/promises";
import type { Queue } from "bullmq";
import type { Trial } from "../trials/trial.js";
import { answerFor, orderOf } from "../workers/answer-for.js";
import { TrialLost } from "../workers/trial-lost.js";
import type { AnswerCall, TrialAnswer } from "../workers/trial-order.js";
import { type Engine, messageQueue, openEngine, trialQueue } from "./engine.js";
import {
  type CoordinatorMessage,
  packed,
  queueName,
  type TrialReturn,
  unpacked,
  type WorkerMessage,
} from "./messages.js";
import { persistently } from "./persistently.js";
import { settledWithin } from "./settled-within.js";
import { watchServer } from "./watch-server.js";

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
  /** Told when the queue's server stops answering, and when it answers again; trials wait meanwhile. */
  readonly onServer?: (answers: boolean) => void;
}

interface Pending {
  readonly answer: AnswerCall;
  readonly settle: (end: TrialReturn) => void;
  readonly fail: (error: unknown) => void;
  /** How many looks in a row found it begun, or gone, while nothing was heard of it. */
  silent: number;
  /** The last call: a question may come twice, and an older one late. */
  last?: { readonly worker: string; readonly id: number; readonly answer: Promise<TrialAnswer> };
}

/** Seconds for which the server knows an ended trial's job, so that an order that is repeated is not carried out twice. */
const afterwards = { age: 60 };

/** In which states of its job a trial has not been begun. */
const notBegun = ["waiting", "prioritized", "delayed", "waiting-children"];

/** Hands trials to workers on any machine, answers their calls and hears how they ended. */
export class Coordinator {
  readonly #engine: Engine;
  readonly #options: CoordinatorOptions;
  readonly #trials: Queue;
  readonly #listens: string;
  readonly #leaseMs: number;
  readonly #pending = new Map<string, Pending>();
  readonly #answers = new Map<string, Queue>();
  readonly #stop = new AbortController();
  readonly #removals: Promise<unknown>[] = [];

  private constructor(engine: Engine, options: CoordinatorOptions) {
    const { study, id, leaseMs = 15_000, onServer } = options;
    this.#engine = engine;
    this.#options = options;
    this.#leaseMs = leaseMs;
    this.#trials = engine.queue(queueName(study, "trials"));
    this.#listens = queueName(study, `to-${id}`);
    engine.worker(this.#listens, async (job) => this.#hear(unpacked(job.data)), messageQueue);
    // It takes no jobs, but clears away those whose worker is gone where no other worker is left to do so.
    const clearing = engine.worker(this.#trials.name, null, { autorun: false, ...trialQueue(leaseMs) });
    void clearing.startStalledCheckTimer();
    void this.#watch();
    if (onServer !== undefined)
      void watchServer(() => this.#trials.getWaitingCount(), onServer, this.#stop.signal);
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
    const data = packed({ order: orderOf(trial), coordinator: this.#listens, leaseMs: this.#leaseMs });
    const jobId = this.#jobId(key);
    const add = () =>
      this.#trials.add("trial", data, {
        jobId,
        removeOnComplete: afterwards,
        removeOnFail: afterwards,
      });
    end.catch(() => {}); // it may be stopped before it is added
    const adding = persistently(add, AbortSignal.any([trial.signal, this.#stop.signal]));
    adding.catch(() => {}); // then it has been stopped
    const result = await end;
    if (result.kind === "returned") return result.value;
    if (result.kind === "lost") throw new TrialLost(result.message, result);
    throw result.name === ""
      ? result.message
      : Object.assign(new Error(result.message), { name: result.name });
  };

  /** Ends the connection; what workers still run, they are told at their next call that it is not wanted. */
  async close(): Promise<void> {
    await settledWithin(1000, this.#removals);
    this.#stop.abort();
    await this.#engine.close();
  }

  /** Waits for a trial's end, or until it is stopped: its worker hears that at its next call. */
  async #endOf(trial: Trial, key: string): Promise<TrialReturn> {
    let stop = () => {};
    try {
      return await new Promise<TrialReturn>((settle, fail) => {
        stop = () => {
          this.#removals.push(this.#trials.remove(this.#jobId(key)));
          fail(new TrialLost("The search was stopped."));
        };
        trial.signal.addEventListener("abort", stop);
        this.#pending.set(key, { answer: answerFor(trial), settle, fail, silent: 0 });
      });
    } finally {
      trial.signal.removeEventListener("abort", stop);
      this.#pending.delete(key);
    }
  }

  async #hear({ number, attempt, call, end }: WorkerMessage): Promise<void> {
    const pending = this.#pending.get(keyOf({ number, attempt }));
    if (pending !== undefined) pending.silent = 0;
    if (end !== undefined) pending?.settle(end); // of two ends of one attempt, or an older attempt's, only the first counts
    if (call === undefined) return;
    const { id, worker } = call;
    if (pending === undefined) return this.#reply(worker, { id, gone: true });
    const { last } = pending;
    if (last?.worker === worker && id < last.id) return; // it has asked further since
    if (last?.worker !== worker || id > last.id)
      pending.last = { worker, id, answer: pending.answer(call.call) };
    try {
      await this.#reply(worker, { id, answer: await pending.last!.answer });
    } catch (error) {
      pending.fail(error); // the study cannot be written
    }
  }

  async #reply(worker: string, message: CoordinatorMessage): Promise<void> {
    const add = () => this.#answersTo(worker).add("answer", packed(message), { removeOnComplete: true });
    await persistently(add, this.#stop.signal);
  }

  #answersTo(worker: string): Queue {
    const known = this.#answers.get(worker) ?? this.#engine.queue(worker);
    this.#answers.set(worker, known);
    return known;
  }

  /**
   * Finds trials whose worker is gone: they were begun, or the server has lost them, and for the length of a lease in
   * which the server answered nothing was heard of them. The clocks of server and workers may say what they like.
   */
  async #watch(): Promise<void> {
    const { signal } = this.#stop;
    const pause = Math.min(1000, this.#leaseMs / 3);
    while (!signal.aborted) {
      await setTimeout(pause, undefined, { signal }).catch(() => {});
      for (const [key, pending] of this.#pending) {
        const state = await this.#trials.getJobState(this.#jobId(key)).catch(() => "unreachable");
        if (notBegun.includes(state)) pending.silent = 0;
        else if (state !== "unreachable") pending.silent++;
        if (pending.silent * pause > this.#leaseMs)
          pending.settle({ kind: "lost", message: "Its worker is gone.", blameless: true });
      }
    }
  }

  #jobId(key: string): string {
    return `${this.#options.id}-${key}`;
  }
}

function keyOf({ number, attempt }: { number: number; attempt: number }): string {
  return `${number}-${attempt}`;
}
