/** What a page bears of one cell's printing, in characters: 10,000 long lines pass whole. */
const most = 2_000_000;

/** How much of the end is shown of what is more. */
const tail = 4000;

/** Lets a cell's printing through until it would flood the page; then keeps the end of it. */
export class FloodGate {
  #passed = 0;
  #held = "";
  #dropped = 0;

  /** The part of a text that may go out now. */
  take(text: string): string {
    const room = Math.max(0, most - this.#passed);
    this.#passed += text.length;
    if (text.length <= room) return text;
    const end = text.lastIndexOf("\n", room) + 1 || room;
    this.#hold(text.slice(end));
    return text.slice(0, end);
  }

  /** What was held back, once the cell is over: how much is missing, and the end. */
  rest(): string {
    if (this.#held === "") return "";
    const note = this.#dropped === 0 ? "" : `… ${this.#dropped.toLocaleString("en")} lines left out …\n`;
    const rest = note + this.#held;
    this.#held = "";
    return rest;
  }

  #hold(text: string) {
    this.#held += text;
    if (this.#held.length < 2 * tail) return;
    const from = this.#held.indexOf("\n", this.#held.length - tail) + 1 || this.#held.length - tail;
    this.#dropped += this.#held.slice(0, from).split("\n").length - 1;
    this.#held = this.#held.slice(from);
  }
}
