/** An estimate and the range that its sampling error leaves open. */
export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** Options of every interval. */
export interface IntervalOptions {
  /** How often such intervals hold the true value, in 0…1 (both excluded); defaults to 0.95. */
  confidence?: number;
}
