/** One run's way to the variables. */
export interface VariablesOfRun {
  /** The `exports` of its script. */
  readonly exports: Record<string, unknown>;
  /** The names that it has given a value. */
  readonly written: ReadonlySet<string>;
  /** From now on what the run has left behind changes nothing. */
  close(): void;
}

/** The variables of all cells, by name. */
export class Variables {
  readonly #values: Record<string, unknown> = {};

  /**
   * The object that a cell's script knows as `exports`. TypeScript defines a named import as a getter that cannot be
   * set again; here each name takes its value at once, so that a later cell may declare it anew.
   */
  forRun(): VariablesOfRun {
    const written = new Set<string>();
    let open = true;
    const set = (name: string | symbol, value: unknown): boolean => {
      if (!open || typeof name === "symbol") return true;
      written.add(name);
      this.#values[name] = value;
      return true;
    };
    const exports = new Proxy(this.#values, {
      set: (_, name, value) => set(name, value),
      defineProperty: (_, name, { get, value }) =>
        name === "__esModule" || set(name, get === undefined ? value : get()),
    });
    return {
      exports,
      written,
      close: () => {
        open = false;
      },
    };
  }

  set(name: string, value: unknown): void {
    this.#values[name] = value;
  }

  /** The value under this name, which is then gone. */
  take(name: string): unknown {
    const value = this.#values[name];
    delete this.#values[name];
    return value;
  }
}
