type Entry = [session: number, line: number, input: string | [input: string, output: string | null]];

interface Stored {
  line: number;
  input: string;
  output: string | null;
}

/** One kernel's life is one session, the first; nothing is kept beyond it. */
const session = 1;

/** What was run, for a client's history_request: the arrow keys of a console. */
export class CellHistory {
  readonly #stored: Stored[] = [];

  add(stored: Stored): void {
    this.#stored.push(stored);
  }

  /** Entries by how the client asks: the last n, a range of lines, or by a pattern with `*` and `?`. */
  answer(content: Record<string, unknown>): Entry[] {
    const { hist_access_type: access, output = false } = content;
    const found =
      access === "range"
        ? this.#range(content)
        : access === "search"
          ? this.#search(content)
          : this.#last(content);
    return found.map(({ line, input, output: value }) => [session, line, output ? [input, value] : input]);
  }

  #last({ n = 10 }: { n?: unknown }): Stored[] {
    return Number(n) > 0 ? this.#stored.slice(-Number(n)) : [];
  }

  #range({
    session: asked = 0,
    start = 1,
    stop,
  }: {
    session?: unknown;
    start?: unknown;
    stop?: unknown;
  }): Stored[] {
    const own = [0, session].includes(Number(asked));
    const end = stop == null ? Number.POSITIVE_INFINITY : Number(stop);
    return own ? this.#stored.filter(({ line }) => line >= Number(start) && line < end) : [];
  }

  #search({
    pattern = "*",
    n,
    unique = false,
  }: {
    pattern?: unknown;
    n?: unknown;
    unique?: unknown;
  }): Stored[] {
    const escaped = String(pattern).replace(/[\\^$.|+()[\]{}]/g, "\\$&");
    const matches = new RegExp(`^${escaped.replaceAll("*", "[^]*").replaceAll("?", "[^]")}$`);
    let found = this.#stored.filter(({ input }) => matches.test(input));
    if (unique)
      found = found.filter(({ input }, i) => !found.slice(i + 1).some((later) => later.input === input));
    return n == null ? found : found.slice(-Number(n));
  }
}
