/** Something to predict before it is known. */
export interface Question {
  /** Its notebook's number and its own, such as "01.2". */
  readonly id: string;
  /** What is predicted, in a few words, for a figure. */
  readonly about: string;
  /** One of these words, or a number within this range, outside of which nobody expects it. */
  readonly answers:
    | readonly string[]
    | { readonly from: number; readonly to: number; readonly as?: "percent" };
}
