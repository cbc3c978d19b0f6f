import {
  type CountedRate,
  type Dataset,
  type Interval,
  UsageError,
  wilsonInterval,
} from "../../core/index.js";
import type { Annotations } from "./annotate.js";

/** An error rate counted on a data set, with its 95 % interval. */
export interface HumanError extends CountedRate, Interval {
  readonly name: string;
}

/** How well people do. */
export interface HumanLevel {
  /** Each annotator alone, in the order given. */
  readonly annotators: readonly HumanError[];
  /** The answer that most of them give; where several are given equally often, the first annotator among them decides. */
  readonly team: HumanError;
}

/**
 * Human-level error, counted against the labels: of each annotator, and of all of them by majority. Any of them can stand
 * for the irreducible error in `decomposeError`; the least of them is the nearest to it from above.
 *
 * @throws UsageError when the annotations are of another number of samples
 * @see A. Ng, "Machine Learning Yearning" (2018), chapter 33, for which of them to take
 * @example
 * const scenes = makeScenes(50);
 * const annotations = annotate(scenes, { annotators: [{ name: "Ada", errorRate: 0 }] });
 * const { name, errors, samples } = humanLevel(scenes, annotations).team;
 * [name, errors, samples]; // ["team of 1", 0, 50]
 */
export function humanLevel(dataset: Dataset, { names, votes }: Annotations): HumanLevel {
  const wrong = votes.find((own) => own.length !== dataset.size);
  if (votes.length === 0 || wrong !== undefined)
    throw new UsageError({
      got: `humanLevel got votes on ${wrong?.length ?? "no"} samples; the data set has ${dataset.size}.`,
      expected: "one vote of each annotator on each sample.",
      fix: "pass what annotate(dataset, …) returned for this data set.",
    });
  const errorOf = (name: string, own: Int32Array): HumanError => {
    const errors = own.reduce((sum, vote, i) => sum + Number(vote !== dataset.labels[i]), 0);
    return { name, errors, samples: dataset.size, ...wilsonInterval(errors, dataset.size) };
  };
  return {
    annotators: votes.map((own, i) => errorOf(names[i]!, own)),
    team: errorOf(`team of ${votes.length}`, majority(votes)),
  };
}

function majority(votes: readonly Int32Array[]): Int32Array {
  return votes[0]!.map((_, i) => {
    const answers = votes.map((own) => own[i]!);
    const supporters = answers.map((answer) => answers.filter((other) => other === answer).length);
    return answers[supporters.indexOf(Math.max(...supporters))]!;
  });
}
