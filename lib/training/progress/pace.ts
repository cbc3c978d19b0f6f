/** Measures how fast a training goes, from when it is made. A training that goes on counts its own updates alone. */
export class Pace {
  readonly #began = performance.now();
  #steps = 0;
  #samples = 0;
  #trainingSeconds = 0;

  /** Counts updates of so many samples in all that took so long. */
  add({ samples, updates, seconds }: { samples: number; updates: number; seconds: number }): void {
    this.#steps += updates;
    this.#samples += samples;
    this.#trainingSeconds += seconds;
  }

  get samplesPerSecond(): number {
    return this.#samples / this.#trainingSeconds;
  }

  /** For so many more updates, scoring and whatever else happens between them at its share so far. */
  secondsLeft(steps: number): number {
    return (steps * (performance.now() - this.#began)) / 1000 / this.#steps;
  }
}
