/** How far the writing of a data set has come. */
export interface WritingProgress {
  readonly split: string;
  /** Samples that are on disk, those of an earlier attempt among them. */
  readonly written: number;
  readonly samples: number;
  /** Since this attempt began to make samples; 0 before the first. */
  readonly samplesPerSecond: number;
  /** Unknown, NaN, before the first sample. */
  readonly secondsLeft: number;
}

/** Counts samples and time. */
export class ProgressMeter {
  readonly #samples: number;
  readonly #report: (progress: WritingProgress) => void;
  #written = 0;
  #made = 0;
  #seconds = 0;

  constructor(samples: number, report: (progress: WritingProgress) => void) {
    this.#samples = samples;
    this.#report = report;
  }

  /** `seconds` is what making them took; undefined where they were there already. */
  add(split: string, count: number, seconds: number | undefined): void {
    this.#written += count;
    if (seconds !== undefined) {
      this.#made += count;
      this.#seconds += seconds;
    }
    const samplesPerSecond = this.#made === 0 ? 0 : this.#made / this.#seconds;
    const secondsLeft =
      samplesPerSecond === 0 ? Number.NaN : (this.#samples - this.#written) / samplesPerSecond;
    this.#report({
      ...{ split, written: this.#written, samples: this.#samples },
      ...{ samplesPerSecond, secondsLeft },
    });
  }

  /** Samples that this attempt has made. */
  get made(): number {
    return this.#made;
  }
}
