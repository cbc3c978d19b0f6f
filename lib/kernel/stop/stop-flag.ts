const everything = 1;
const stoppedCells = 2;

/** Places of the shared numbers. */
const [state, ownSignals, stops] = [0, 1, 2];

/** Longer than a signal of our own is on its way. */
const signalMs = 200;

/**
 * What two threads see at once: whether Stop has been pressed, how often in all, and how many signals of our own are on their
 * way. A cell that never yields leaves its thread no other way to hear of it.
 *
 * One thread raises it, and sends word behind; the kernel's own may come across it before that word does, and a second
 * Stop before it has heard of the first. So each counts.
 */
export class StopFlag {
  readonly buffer: SharedArrayBuffer;
  /** Its first number is not 0 while something is to stop; loops of cells read it at each turn. */
  readonly raised: Int32Array;
  /** Of how many Stops word has come. */
  #told = 0;
  /** How many Stops the kernel has acted on. */
  #heard = 0;

  constructor(buffer: SharedArrayBuffer = new SharedArrayBuffer(12)) {
    this.buffer = buffer;
    this.raised = new Int32Array(buffer);
  }

  /** Whatever runs now is to stop; said by the thread that hears of Stop first. */
  raise(): void {
    Atomics.add(this.raised, stops, 1);
    Atomics.store(this.raised, state, everything);
  }

  /** The kernel acts on every Stop so far: it has come across the flag, or a signal. Loops still have to be told. */
  hearAll(): void {
    this.#heard = Math.max(this.#heard, Atomics.load(this.raised, stops));
    this.#settle();
  }

  /** Word of the next Stop has come. Returns whether it is news. */
  hearNext(): boolean {
    const isNews = ++this.#told > this.#heard;
    if (isNews) this.#heard = this.#told;
    this.#settle();
    return isNews;
  }

  lower(): void {
    Atomics.compareExchange(this.raised, state, stoppedCells, 0);
  }

  get meansEverything(): boolean {
    return Atomics.load(this.raised, state) === everything;
  }

  /** Before this process sends itself a signal; returns false where the kernel has heard already, and none is to be sent. */
  announceSignal(): boolean {
    Atomics.add(this.raised, ownSignals, 1);
    return this.meansEverything || !this.takeOwnSignal();
  }

  /** Whether a signal that has arrived was our own. */
  takeOwnSignal(): boolean {
    for (let left = this.#ownSignals; left > 0; left = this.#ownSignals)
      if (Atomics.compareExchange(this.raised, ownSignals, left, left - 1) === left) {
        Atomics.notify(this.raised, ownSignals);
        return true;
      }
    return false;
  }

  /** Waits for signals of our own that are still on their way, so that they end nothing that begins now. */
  awaitOwnSignals(): void {
    const end = performance.now() + signalMs;
    for (let left = this.#ownSignals; left > 0 && performance.now() < end; left = this.#ownSignals)
      Atomics.wait(this.raised, ownSignals, left, signalMs);
    Atomics.store(this.raised, ownSignals, 0); // the system makes one of two
  }

  get #ownSignals(): number {
    return Atomics.load(this.raised, ownSignals);
  }

  #settle() {
    if (this.#isBehind) return;
    Atomics.store(this.raised, state, stoppedCells);
    if (this.#isBehind) Atomics.store(this.raised, state, everything);
  }

  get #isBehind(): boolean {
    return Atomics.load(this.raised, stops) > this.#heard;
  }
}
