/** A trial's process ended, hung or grew too large: no fault of the objective's that it could have caught itself. */
export class TrialLost extends Error {
  override readonly name: string = "TrialLost";
  /** Whether the machine or the network is to blame, so that the trial itself deserves another run. */
  readonly blameless: boolean;

  constructor(message: string, { blameless = false }: { readonly blameless?: boolean } = {}) {
    super(message);
    this.blameless = blameless;
  }
}
