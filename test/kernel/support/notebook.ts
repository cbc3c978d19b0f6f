/** A notebook for the headless runners. */
export interface Notebook {
  name: string;
  cells: { source: string; tags?: string[] }[];
  /** Where it lies; defaults to notebooks/ in the clone. */
  where?: "notebooks" | "nested" | "outside";
  /** Files beside it; it then lies in a folder of its own, outside the clone. */
  files?: Record<string, string>;
  /** Seconds for one cell. */
  timeout?: number;
  /** It ends its kernel, or leaves it busy: each runner starts one of its own. */
  ownKernel?: boolean;
  allowErrors?: boolean;
  /** The runners that are to judge it; defaults to all. */
  runners?: readonly string[];
  /** For a planted one: what nbclient must say. */
  error?: RegExp;
  /** For a healthy one: what each cell must have put out; every cell must have run. */
  outputs?: RegExp[];
}

export function cells(...sources: string[]): Notebook["cells"] {
  return sources.map((source) => ({ source }));
}

/** A cell that is meant to fail. */
export const expected: Notebook["cells"][number] = {
  source: 'throw new Error("expected");',
  tags: ["raises-exception"],
};
