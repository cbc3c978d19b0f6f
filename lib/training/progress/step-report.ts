/** How far a training is, after an update. */
export interface StepReport {
  /** The epoch, 1 for the first. */
  readonly epoch: number;
  readonly epochs: number;
  /** Updates made in all, 1 after the first. */
  readonly step: number;
  /** Updates there are to be in all. */
  readonly steps: number;
  /** Mean loss of the update's samples. */
  readonly loss: number;
  /** Of this update. */
  readonly learningRate: number;
  /** Since this process began to train, scoring left out. */
  readonly samplesPerSecond: number;
  /** To the end of all epochs, at the pace so far, scoring among it. */
  readonly secondsLeft: number;
}
