import type { StopFlag } from "../stop/stop-flag.js";
import type { Header } from "./message.js";

const signalAfterMs = 100;
const sayAfterMs = 1500;

const cannotStop =
  "Stop cannot reach this cell: it is inside a call that never yields, and ends when that call returns.\n" +
  "Restart the kernel to end it now; the variables are lost then.\n";

/**
 * From the moment of Stop until the kernel has heard of it: the flag that the loops of cells look at; then a signal,
 * which ends what the engine runs for a cell; then a plain statement that neither has helped.
 */
export class Escalation {
  readonly #flag: StopFlag;
  readonly #say: (parent: Header, text: string) => void;
  #parent: Header | undefined;
  #timers: NodeJS.Timeout[] = [];
  /** Stops of which the kernel has not heard yet. */
  #unheard = 0;

  constructor(flag: StopFlag, say: (parent: Header, text: string) => void) {
    this.#flag = flag;
    this.#say = say;
  }

  running(parent: Header | undefined): void {
    this.#parent = parent;
  }

  begin(): void {
    this.end();
    this.#unheard++;
    this.#flag.raise();
    const signal = () => {
      // On Windows this would end the process.
      if (process.platform !== "win32" && this.#flag.announceSignal()) process.kill(process.pid, "SIGINT");
    };
    const say = () => this.#parent && this.#say(this.#parent, cannotStop);
    this.#timers = [setTimeout(signal, signalAfterMs), setTimeout(say, sayAfterMs)];
  }

  /** The kernel has heard of the first of them; of another, which has come since, perhaps not. */
  heard(): void {
    if (--this.#unheard === 0) this.end();
  }

  end(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
  }
}
