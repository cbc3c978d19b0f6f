/** One series of a figure, in plotly's own terms. */
export interface Trace {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** A picture as data: what plotly needs to draw it, and one computed sentence that says what it shows. */
export interface Figure {
  readonly data: readonly Trace[];
  readonly layout: Readonly<Record<string, unknown>>;
  /** What a reader should see, computed from the same numbers; printed under the picture. */
  readonly reading: string;
  /** The same picture in characters, for a terminal. */
  readonly drawing?: string;
}
