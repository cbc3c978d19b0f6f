const everything = 1;
const stoppedCells = 2;

/**
 * What two threads see at once: whether Stop has been pressed, and how many signals of our own are on their way. A
 * cell that never yields leaves its thread no other way to hear of it.
 */
export class StopFlag {
  readonly buffer: SharedArrayBuffer;
  /** Its first number is not 0 while something is to stop; loops of cells read it at each turn. */
  readonly raised: Int32Array;

  constructor(buffer: SharedArrayBuffer = new SharedArrayBuffer(8)) {
    this.buffer = buffer;
    this.raised = new Int32Array(buffer);
  }

  /** Whatever runs now is to stop; said by the thread that hears of Stop first. */
  raise(): void {
    Atomics.store(this.raised, 0, everything);
  }

  /** The kernel knows by now which cells are to stop; their loops still have to be told. */
  heard(): void {
    Atomics.store(this.raised, 0, stoppedCells);
  }

  lower(): void {
    Atomics.store(this.raised, 0, 0);
  }

  get meansEverything(): boolean {
    return Atomics.load(this.raised, 0) === everything;
  }

  /** Before this process sends itself a signal. */
  announceSignal(): void {
    Atomics.add(this.raised, 1, 1);
  }

  /** Whether a signal that has arrived was our own, which has done its work or came too late. */
  takeOwnSignal(): boolean {
    return Atomics.load(this.raised, 1) > 0 && Atomics.sub(this.raised, 1, 1) > 0;
  }

  /** The engine has swallowed the signals that were on their way. */
  forgetSignals(): void {
    Atomics.store(this.raised, 1, 0);
  }
}
