import { randomUUID } from "node:crypto";
import type { Queue, Worker } from "bullmq";
import { TrialLost } from "../workers/trial-lost.js";
import type { TrialAnswer, TrialCall } from "../workers/trial-order.js";
import type { TrialLimits } from "../workers/trial-process.js";
import { TrialProcesses } from "../workers/trial-processes.js";
import { type Engine, messageQueue, openEngine, trialQueue } from "./engine.js";
import {
  type CoordinatorMessage,
  packed,
  queueName,
  type TrialJob,
  type TrialReturn,
  unpacked,
  type WorkerMessage,
} from "./messages.js";
import { persistently, repeatedly } from "./persistently.js";
import { settledWithin } from "./settled-within.js";
import { watchServer } from "./watch-server.js";

/** Milliseconds after which a coordinator that has not answered is asked again, and how often in all. */
const [patience, mostQuestions] = [5000, 24];

/** Tells the coordinator of a trial. */
type Say = (message: Pick<WorkerMessage, "call" | "end">, options?: { jobId?: string }) => Promise<unknown>;

/** How a trial ends that this worker lets go. */
const stopped: TrialReturn = { kind: "lost", message: "Its worker was stopped.", blameless: true };

/** What a worker works on. */
export interface QueueWorkerOptions extends TrialLimits {
  /** `redis://…` or `postgres://…`. */
  readonly queue: string;
  /** The study's name. */
  readonly study: string;
  /** That exports the objective, absolute. */
  readonly file: string;
  /** How many trials run here at the same time; defaults to 1. */
  readonly slots?: number;
  /** Milliseconds after which this worker counts as gone when it is not heard of; defaults to 15,000. */
  readonly leaseMs?: number;
  /** Told when a trial begins, and how it ended. */
  readonly onTrial?: (number: number, end: TrialReturn | undefined) => void;
  /** Told when the queue's server stops answering, and when it answers again; trials wait meanwhile. */
  readonly onServer?: (answers: boolean) => void;
}

/** Runs a study's trials in child processes, while this process renews their leases and carries their calls. */
export class QueueWorker {
  readonly #engine: Engine;
  readonly #processes: TrialProcesses;
  readonly #options: QueueWorkerOptions;
  /** The queue on which it hears answers. */
  readonly #name: string;
  readonly #coordinators = new Map<string, Queue>();
  readonly #calls = new Map<number, (message: CoordinatorMessage) => void>();
  readonly #takes: Worker;
  readonly #running = new Set<Promise<void>>();
  readonly #stop = new AbortController();
  #lastCall = 0;

  private constructor(engine: Engine, processes: TrialProcesses, options: QueueWorkerOptions) {
    const { study, slots = 1, leaseMs = 15_000, onServer } = options;
    this.#engine = engine;
    this.#processes = processes;
    this.#options = options;
    this.#name = queueName(study, `answers-${randomUUID()}`);
    const hear = async (data: { packed: string }) => {
      const message = unpacked<CoordinatorMessage>(data);
      this.#calls.get(message.id)?.(message);
    };
    engine.worker(this.#name, (job) => hear(job.data), messageQueue);
    const trials = queueName(study, "trials");
    this.#takes = engine.worker(trials, (job) => this.#run(unpacked(job.data)), {
      ...{ concurrency: slots, ...trialQueue(leaseMs) },
    });
    if (onServer !== undefined) {
      const queue = engine.queue(trials);
      void watchServer(() => queue.getWaitingCount(), onServer, this.#stop.signal);
    }
  }

  /**
   * Loads the objective and connects to the queue.
   *
   * @throws UsageError when the file exports no objective, or the queue cannot be reached
   */
  static async open(options: QueueWorkerOptions): Promise<QueueWorker> {
    const { file, timeoutMs, memoryMb, loadTimeoutMs } = options;
    const processes = new TrialProcesses(file, { timeoutMs, memoryMb, loadTimeoutMs });
    try {
      await processes.open();
      return new QueueWorker(await openEngine(options.queue), processes, options);
    } catch (error) {
      processes.close();
      throw error;
    }
  }

  /** Ends what runs: it goes on elsewhere from its last checkpoint. */
  async close(): Promise<void> {
    await this.#takes.pause(true);
    this.#stop.abort();
    this.#processes.close();
    await settledWithin(1000, [...this.#running]); // they say so
    await this.#engine.close();
  }

  #run(job: TrialJob): Promise<void> {
    const running = this.#runTrial(job).finally(() => this.#running.delete(running));
    this.#running.add(running);
    return running;
  }

  async #runTrial({ order, coordinator, leaseMs }: TrialJob): Promise<void> {
    const { number, attempt } = order;
    const to = this.#queueTo(coordinator);
    const say: Say = (message, options = {}) =>
      persistently(
        () =>
          to.add("trial", packed({ number, attempt, ...message }), { removeOnComplete: true, ...options }),
        this.#stop.signal,
      );
    this.#options.onTrial?.(number, undefined);
    const ended = new AbortController();
    // One such message waits at most, however long the coordinator is away.
    const sign = () => say({}, { jobId: `runs-${number}-${attempt}` });
    void repeatedly(sign, leaseMs / 3, ended.signal);
    try {
      const ask = (call: TrialCall) => this.#ask(say, call);
      const end = await this.#endOf(() => this.#processes.run(order, ask, this.#stop.signal));
      this.#options.onTrial?.(number, end);
      await say({ end: this.#stop.signal.aborted ? stopped : end });
    } finally {
      ended.abort();
    }
  }

  /** Asks the coordinator, again while it does not answer: with the server, a question or an answer may be lost. */
  async #ask(say: Say, call: TrialCall): Promise<TrialAnswer> {
    const id = ++this.#lastCall;
    let message: CoordinatorMessage | undefined;
    const heard = new Promise<void>((resolve) =>
      this.#calls.set(id, (told) => {
        message = told;
        resolve();
      }),
    );
    try {
      for (let asked = 0; message === undefined && asked < mostQuestions; asked++) {
        await say({ call: { id, worker: this.#name, call } });
        await settledWithin(patience, [heard]);
      }
      if (message?.answer !== undefined) return message.answer;
      throw new TrialLost(message === undefined ? "its coordinator is silent" : "it is no longer wanted");
    } finally {
      this.#calls.delete(id);
    }
  }

  async #endOf(run: () => Promise<unknown>): Promise<TrialReturn> {
    try {
      return { kind: "returned", value: await run() };
    } catch (error) {
      if (error instanceof TrialLost) return { kind: "lost", message: error.message };
      if (error instanceof Error) return { kind: "threw", name: error.name, message: error.message };
      return { kind: "threw", name: "", message: String(error) };
    }
  }

  #queueTo(name: string): Queue {
    const known = this.#coordinators.get(name) ?? this.#engine.queue(name);
    this.#coordinators.set(name, known);
    return known;
  }
}
