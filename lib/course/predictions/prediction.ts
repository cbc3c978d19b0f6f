/** What a learner commits to before the result is known. */
export interface Prediction {
  /** One of the question's answers. */
  choice?: string;
  /** The number lies between these two. */
  between?: readonly [low: number, high: number];
  /** How sure, as a probability; at most 0.99, for nobody is surer. */
  sure?: number;
}
