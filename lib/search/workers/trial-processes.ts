import type { Trial } from "../trials/trial.js";
import { answerFor, orderOf } from "./answer-for.js";
import type { AnswerCall, TrialOrder } from "./trial-order.js";
import { type TrialLimits, TrialProcess } from "./trial-process.js";

/** Processes that run the trials of one objective; as many as trials run at the same time. */
export class TrialProcesses {
  readonly #file: string;
  readonly #limits: TrialLimits;
  readonly #all = new Set<TrialProcess>();
  readonly #idle: TrialProcess[] = [];
  readonly #onExit = () => this.close();

  /**
   * @param file - that exports the objective, absolute
   */
  constructor(file: string, limits: TrialLimits = {}) {
    this.#file = file;
    this.#limits = limits;
    process.once("exit", this.#onExit);
  }

  /**
   * Starts the first process, so that a file without an objective is known before any trial is.
   *
   * @throws UsageError when the file exports none, or is not loaded in time
   */
  async open(): Promise<void> {
    this.#idle.push(await this.#start());
  }

  /** The objective of a trial of this process's study: run there, answered here. */
  readonly objective = (trial: Trial): Promise<unknown> =>
    this.run(orderOf(trial), answerFor(trial), trial.signal);

  /** Runs a trial whose calls `answer` answers. */
  async run(order: TrialOrder, answer: AnswerCall, signal: AbortSignal): Promise<unknown> {
    const runner = this.#takeIdle() ?? (await this.#start());
    try {
      return await runner.run(order, answer, signal, this.#limits);
    } finally {
      if (runner.ended) this.#all.delete(runner);
      else this.#idle.push(runner);
    }
  }

  /** Ends all processes. */
  close(): void {
    process.off("exit", this.#onExit);
    for (const runner of this.#all) runner.kill("was ended with the search");
    this.#all.clear();
  }

  #takeIdle(): TrialProcess | undefined {
    for (;;) {
      const runner = this.#idle.pop();
      if (runner === undefined || !runner.ended) return runner;
      this.#all.delete(runner); // it ended between two trials
    }
  }

  async #start(): Promise<TrialProcess> {
    const runner = new TrialProcess();
    this.#all.add(runner);
    try {
      await runner.load(this.#file, this.#limits);
      return runner;
    } catch (error) {
      runner.kill("has no objective");
      this.#all.delete(runner);
      throw error;
    }
  }
}
