/** What a notebook's kernel shows: one thing in several forms. */
export interface DisplayBundle {
  /** By MIME type. */
  data: Record<string, unknown>;
  metadata?: Record<string, unknown>;
  /** Names the output, so that it can be drawn anew. */
  displayId?: string;
  /** Whether to redraw the output of that name, instead of adding one. */
  update?: boolean;
}

/** The kernel leaves its function under this symbol; where there is none, we are in a terminal or a script. */
const hook: unique symbol = Symbol.for("deep-pessimist.display") as never;

/** The kernel's display function, or undefined outside a notebook. */
export function displayHook(): ((bundle: DisplayBundle) => void) | undefined {
  return (globalThis as { [hook]?: (bundle: DisplayBundle) => void })[hook];
}
