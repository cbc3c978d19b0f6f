/** A trial's process ended, hung or grew too large: no fault of the objective's that it could have caught itself. */
export class TrialLost extends Error {
  override readonly name: string = "TrialLost";
}
