import { checkOptions, type Dataset, randomSource, UsageError } from "../../core/index.js";
import { checkRate, checkSeed } from "../check-values.js";
import { wrongLabelChances } from "./label-noise.js";

/** Somebody who labels images. */
export interface Annotator {
  /** Defaults to "annotator 1", "annotator 2", … */
  name?: string;
  /** How often they do not give the best answer that an image allows, 0 … 1. */
  errorRate: number;
  /** What each unit of a tag adds to that, such as `{ night: 0.02 }`: people see worse at night. Defaults to nothing. */
  byTag?: Readonly<Record<string, number>>;
}

/** Options for {@link annotate}. */
export interface AnnotateOptions {
  annotators: readonly Annotator[];
  /** Picks who errs where; defaults to 0. */
  seed?: number;
}

/** What each annotator says of each sample. */
export interface Annotations {
  readonly names: readonly string[];
  /** One array per annotator, one class index per sample. */
  readonly votes: readonly Int32Array[];
}

/**
 * Lets annotators label a data set. Each gives the best answer, which is the likelier class where `bayesPosterior` is
 * known and the true label elsewhere, but for errors at a rate of their own; nobody copies from another.
 *
 * @throws UsageError when there are no annotators, or a rate is no share
 * @example
 * const scenes = makeScenes(50);
 * const { votes } = annotate(scenes, { annotators: [{ errorRate: 0 }, { errorRate: 1 }] });
 * votes[0].every((vote, i) => vote === scenes.labels[i]); // true
 * votes[1].some((vote, i) => vote === scenes.labels[i]); // false
 */
export function annotate(dataset: Dataset, options: AnnotateOptions): Annotations {
  checkOptions("annotate", options, ["annotators", "seed"]);
  const { annotators, seed = 0 } = options;
  checkSeed(seed);
  if (annotators.length === 0)
    throw new UsageError({
      got: "annotate got no annotators.",
      expected: "at least one.",
      fix: "pass { annotators: [{ errorRate: 0.02 }] }.",
    });
  const best = bestAnswers(dataset);
  const names = annotators.map(({ name }, i) => name ?? `annotator ${i + 1}`);
  const votes = annotators.map((annotator, who) => {
    checkOptions("annotate, of an annotator,", annotator, ["name", "errorRate", "byTag"]);
    const { errorRate, byTag = {} } = annotator;
    checkRate(`errorRate of ${names[who]}`, errorRate);
    const chances = wrongLabelChances(dataset, { rate: errorRate, byTag });
    return best.map((answer, i) => {
      const random = randomSource(seed, "annotator", who, i);
      const wrong = chances(i, answer).reduce((sum, chance) => sum + chance, 0);
      if (random() >= wrong) return answer;
      const step = 1 + Math.floor(random() * (dataset.classes.length - 1));
      return (answer + step) % dataset.classes.length;
    });
  });
  return { names, votes };
}

function bestAnswers({ tags, labels, classes }: Dataset): Int32Array {
  const { bayesPosterior: posterior, trueLabel } = tags;
  if (posterior !== undefined && classes.length === 2)
    return Int32Array.from(posterior, (eta, i) => (eta === 0.5 ? labels[i]! : Number(eta > 0.5)));
  return Int32Array.from(trueLabel ?? labels);
}
