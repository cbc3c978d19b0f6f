/** Stop was pressed. */
export class Interrupted extends Error {
  override readonly name: string = "Interrupted";

  constructor() {
    super("the cell was stopped.");
  }
}
