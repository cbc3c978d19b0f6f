import { checkOptions, normal, type RegressionDataset, randomSource, UsageError } from "../../core/index.js";
import { checkCount, checkNotNegative, checkSeed } from "../check-values.js";
import { regressionFromArrays } from "../sources/regression-from-arrays.js";
import { withRecipe } from "../streaming/recipe.js";

/** Options for {@link makeLinear}. */
export interface MakeLinearOptions {
  /** What each feature is multiplied by; defaults to [3, −2, 0.5]. */
  coefficients?: readonly number[];
  /** What is added; defaults to 1. */
  intercept?: number;
  /** Standard deviation of the Gaussian noise on the target; defaults to 0.1. Nobody's mean squared error can be below its square. */
  noise?: number;
  /** Seed of the random streams; defaults to 0. The same seed gives the same rows. */
  seed?: number;
}

/**
 * target = intercept + coefficients · x + noise, with standard-normal features: a regression whose answer is known.
 *
 * The tag `truth` is the target without noise.
 *
 * @returns features of shape [batch, coefficients.length]; its irreducible mean squared error is noise²
 * @throws UsageError when an option is misspelt or out of range
 * @example
 * const line = makeLinear(3, { coefficients: [2], intercept: 1, noise: 0 });
 * const [x] = line.batch([0]).x;
 * Math.abs(line.targets[0] - (1 + 2 * x)) < 1e-6; // true
 */
export function makeLinear(samples: number, options: MakeLinearOptions = {}): RegressionDataset {
  checkOptions("makeLinear", options, ["coefficients", "intercept", "noise", "seed"]);
  const { coefficients = [3, -2, 0.5], intercept = 1, noise = 0.1, seed = 0 } = options;
  checkCount("samples", samples, 1, 10_000_000);
  checkNotNegative("noise", noise);
  checkSeed(seed);
  checkCoefficients([...coefficients, intercept]);
  const features = coefficients.length;
  const x = new Float32Array(samples * features);
  const truth = new Float32Array(samples);
  const targets = new Float32Array(samples);
  for (let i = 0; i < samples; i++) {
    const random = randomSource(seed, "linear", i);
    let sum = intercept;
    for (let k = 0; k < features; k++) {
      const value = Math.fround(normal(random));
      x[i * features + k] = value;
      sum += coefficients[k]! * value;
    }
    truth[i] = sum;
    targets[i] = sum + noise * normal(random);
  }
  return withRecipe(regressionFromArrays({ x, shape: [features], targets, tags: { truth } }), {
    module: import.meta.url,
    export: "makeLinear",
    args: [samples, options],
  });
}

function checkCoefficients(numbers: readonly number[]): void {
  if (numbers.length > 1 && numbers.every(Number.isFinite)) return;
  throw new UsageError({
    got: `coefficients and intercept are [${numbers.slice(0, -1).join(", ")}] and ${numbers.at(-1)}.`,
    expected: "at least one coefficient, and finite numbers.",
    fix: "pass { coefficients: [3, -2, 0.5], intercept: 1 }.",
  });
}
