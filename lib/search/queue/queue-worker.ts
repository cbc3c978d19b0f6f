import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { Queue } from "bullmq";
import { TrialLost } from "../workers/trial-lost.js";
import type { TrialAnswer, TrialCall } from "../workers/trial-order.js";
import type { TrialLimits } from "../workers/trial-process.js";
import { TrialProcesses } from "../workers/trial-processes.js";
import { type Engine, openEngine } from "./engine.js";
import {
  type CoordinatorMessage,
  packed,
  queueName,
  type TrialJob,
  type TrialReturn,
  unpacked,
} from "./messages.js";
import { persistently } from "./persistently.js";

/** Milliseconds in which a coordinator must answer a call. */
const patience = 120_000;

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
  readonly #stop = new AbortController();
  #lastCall = 0;

  private constructor(engine: Engine, processes: TrialProcesses, options: QueueWorkerOptions) {
    const { study, slots = 1, leaseMs = 15_000 } = options;
    this.#engine = engine;
    this.#processes = processes;
    this.#options = options;
    this.#name = queueName(study, `answers-${randomUUID()}`);
    const hear = async (data: { packed: string }) => {
      const message = unpacked<CoordinatorMessage>(data);
      this.#calls.get(message.id)?.(message);
    };
    engine.worker(this.#name, (job) => hear(job.data), { concurrency: 16, removeOnComplete: { count: 0 } });
    engine.worker(queueName(study, "trials"), (job) => this.#run(unpacked(job.data)), {
      ...{ concurrency: slots, lockDuration: leaseMs, stalledInterval: leaseMs / 3, maxStalledCount: 0 },
    });
  }

  /**
   * Loads the objective and connects to the queue.
   *
   * @throws UsageError when the file exports no objective, or the queue cannot be reached
   */
  static async open(options: QueueWorkerOptions): Promise<QueueWorker> {
    const { file, timeoutMs, memoryMb } = options;
    const processes = new TrialProcesses(file, { timeoutMs, memoryMb });
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
    this.#stop.abort();
    this.#processes.close();
    await this.#engine.close();
  }

  async #run({ order, coordinator }: TrialJob): Promise<void> {
    const { number, attempt } = order;
    const to = this.#queueTo(coordinator);
    const say = (message: object) =>
      persistently(
        () => to.add("trial", packed({ number, attempt, ...message }), { removeOnComplete: true }),
        this.#stop.signal,
      );
    const ask = async (call: TrialCall): Promise<TrialAnswer> => {
      const id = ++this.#lastCall;
      const heard = new Promise<CoordinatorMessage>((resolve) => this.#calls.set(id, resolve));
      try {
        await say({ call: { id, worker: this.#name, call } });
        const message = await Promise.race([heard, setTimeout(patience, undefined, { ref: false })]);
        if (message?.answer !== undefined) return message.answer;
        throw new TrialLost(message === undefined ? "its coordinator is silent" : "it is no longer wanted");
      } finally {
        this.#calls.delete(id);
      }
    };
    this.#options.onTrial?.(number, undefined);
    const end = await this.#endOf(() => this.#processes.run(order, ask, this.#stop.signal));
    this.#options.onTrial?.(number, end);
    if (this.#stop.signal.aborted) throw new TrialLost("Its worker was stopped.");
    await say({ end });
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
