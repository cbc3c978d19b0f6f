import { type Dataset, normal, type RandomSource, randomSource } from "../../core/index.js";
import { checkCount, checkNotNegative, checkRate, checkSeed } from "../check-values.js";
import { once } from "../once.js";
import { datasetFromArrays } from "../sources/dataset-from-arrays.js";
import { cloudPosterior, type Points } from "./cloud-posterior.js";

/** A problem of two classes of points: where a class's points lie before noise. */
export interface PointProblem {
  /** Names its random streams. */
  readonly name: string;
  /** A point of a class. */
  draw(label: number, random: RandomSource): readonly [x: number, y: number];
  /** Points that stand for all that `draw` may give, equally likely, and at most `spacing` apart if they can be. */
  centres(label: number, spacing: number): Points;
}

/** The knobs that all of them have. */
export interface PointSettings {
  readonly noise: number;
  readonly classShare: number;
  readonly seed: number;
}

/** Draws points and labels; each point's posterior is worked out when the tags are first asked for. */
export function pointsInPlane(problem: PointProblem, samples: number, settings: PointSettings): Dataset {
  const { noise, classShare, seed } = settings;
  checkCount("samples", samples, 1, 10_000_000);
  checkNotNegative("noise", noise);
  checkRate("classShare", classShare);
  checkSeed(seed);
  const x = new Float32Array(samples * 2);
  // Class 1 comes whenever its share is due, so that the classes' shares are exact in the whole set and in its beginning.
  const labels = Int32Array.from(
    { length: samples },
    (_, i) => Math.floor((i + 1) * classShare) - Math.floor(i * classShare),
  );
  for (let i = 0; i < samples; i++) {
    const random = randomSource(seed, problem.name, i);
    const [px, py] = problem.draw(labels[i]!, random);
    x[2 * i] = px + noise * normal(random);
    x[2 * i + 1] = py + noise * normal(random);
  }
  const tags = once(() => {
    const centres = [problem.centres(0, noise / 4), problem.centres(1, noise / 4)] as const;
    return {
      bayesPosterior: Float32Array.from({ length: samples }, (_, i) =>
        cloudPosterior(x[2 * i]!, x[2 * i + 1]!, centres, settings),
      ),
    };
  });
  const dataset = datasetFromArrays({ x, shape: [2], labels, classes: ["0", "1"] });
  return Object.defineProperty({ ...dataset }, "tags", { get: tags, enumerable: true });
}
