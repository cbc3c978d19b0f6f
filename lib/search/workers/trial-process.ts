import { type ChildProcess, fork } from "node:child_process";
import { basename } from "node:path";
import type { Duplex } from "node:stream";
import { fileURLToPath } from "node:url";
import { UsageError } from "../../core/index.js";
import { timeLimit } from "../trials/time-limit.js";
import { frame, frameReader } from "./frames.js";
import { loadedWithin } from "./loaded-within.js";
import { TrialLost } from "./trial-lost.js";
import type { AnswerCall, FromChild, ToChild, TrialCall, TrialOrder } from "./trial-order.js";
import { watchMemory } from "./watch-memory.js";

/** Milliseconds that an objective has to end after its signal was aborted. */
const grace = 5000;

/** What is too much for one trial, and for the file before the first. */
export interface TrialLimits {
  /** Milliseconds; defaults to no limit. */
  readonly timeoutMs?: number | undefined;
  /** Megabytes of resident memory, watched on Linux; defaults to no limit. */
  readonly memoryMb?: number | undefined;
  /** Milliseconds in which the file must be loaded; defaults to 120,000. */
  readonly loadTimeoutMs?: number | undefined;
}

/** A process that runs one trial after the other. */
export class TrialProcess {
  readonly #child: ChildProcess;
  #answer: AnswerCall = async () => ({ value: undefined });
  #settle: ((message: FromChild | TrialLost) => void) | undefined;
  /** Whether it has ended, or was told to. */
  ended = false;

  constructor() {
    // Beside the built library lies child.js; beside the sources child.ts, which a loader must compile.
    const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
    const loader = extension === "ts" ? ["--import", "tsx"] : [];
    const file = fileURLToPath(new URL(`./child.${extension}`, import.meta.url));
    this.#child = fork(file, [`${process.pid}`], {
      stdio: ["ignore", 2, 2, "ipc", "pipe"],
      serialization: "advanced",
      execArgv: [...process.execArgv.filter((argument) => argument.startsWith("--max-old")), ...loader],
    });
    this.#child.on("message", (message: FromChild) => {
      if (message.kind === "uncaught") this.kill(`ended by an error that nothing caught: ${message.message}`);
      else this.#settle?.(message);
    });
    this.#child.on("error", (error) => this.#lost(`did not start: ${error.message}`));
    this.#child.on("exit", (code, signal) =>
      this.#lost(`ended ${signal === null ? `with exit code ${code}` : `by ${signal}`}`),
    );
    const pipe = this.#child.stdio[4] as Duplex;
    pipe.on("error", () => {}); // it went with the process
    pipe.on(
      "data",
      frameReader((call) => {
        this.#answer(call as TrialCall).then(
          (answer) => pipe.write(frame(answer)),
          (error) => this.kill(`was ended, for the study could not be written: ${error}`),
        );
      }),
    );
  }

  /**
   * Loads the objective.
   *
   * @throws UsageError when the file exports none, ends the process, or takes longer than the limit
   */
  async load(file: string, { loadTimeoutMs }: TrialLimits): Promise<void> {
    const loading = this.#exchange({ kind: "load", file }).catch((lost: TrialLost) => {
      throw new UsageError({
        got: `${file} could not be loaded: ${lost.message}`,
        expected: "a file that exports an objective and leaves its process alone.",
        fix: `try the file alone: npx tsx ${basename(file)}`,
      });
    });
    const message = await loadedWithin(loading, file, loadTimeoutMs);
    if (message.kind === "problem") throw new UsageError(message.problem);
  }

  /**
   * Runs a trial to its end.
   *
   * @returns what the objective returned
   * @throws TrialLost when the process ended before; what the objective threw; the signal's reason where it was aborted
   *   before the trial began
   */
  async run(
    order: TrialOrder,
    answer: AnswerCall,
    signal: AbortSignal,
    limits: TrialLimits,
  ): Promise<unknown> {
    signal.throwIfAborted(); // while the process was loading: nobody would hear of it any more
    const { memoryMb } = limits;
    const timeoutMs = timeLimit(limits.timeoutMs);
    this.#answer = answer;
    const timers: NodeJS.Timeout[] = [];
    const abort = () => {
      this.#send({ kind: "abort" });
      timers.push(setTimeout(() => this.kill(`did not end ${grace} ms after it was told to`), grace));
    };
    signal.addEventListener("abort", abort);
    if (timeoutMs !== undefined)
      timers.push(setTimeout(() => this.kill(`was ended after ${timeoutMs} ms`), timeoutMs));
    const unwatch = watchMemory(this.#child.pid, memoryMb, (used) =>
      this.kill(`was ended, for it had taken ${used} MB of memory`),
    );
    try {
      const message = await this.#exchange({ kind: "run", order });
      if (message.kind === "returned") return message.value;
      const { name, message: text } = message as { name: string; message: string };
      throw name === "" ? text : Object.assign(new Error(text), { name });
    } finally {
      signal.removeEventListener("abort", abort);
      for (const timer of timers) clearTimeout(timer);
      unwatch();
    }
  }

  /** Ends the process; a trial that it runs is lost, for this reason. */
  kill(reason: string): void {
    this.#lost(reason);
    this.#child.kill("SIGKILL");
  }

  #lost(reason: string): void {
    this.ended = true;
    this.#settle?.(new TrialLost(`The trial's process ${reason}.`));
  }

  async #exchange(message: ToChild): Promise<FromChild> {
    const answer = await new Promise<FromChild | TrialLost>((resolve) => {
      this.#settle = resolve;
      if (this.ended) resolve(new TrialLost("The trial's process had ended before."));
      else this.#send(message);
    });
    this.#settle = undefined;
    if (answer instanceof TrialLost) throw answer;
    return answer;
  }

  #send(message: ToChild): void {
    if (this.#child.connected) this.#child.send(message, () => {}); // an error means that it has ended, which we hear
  }
}
