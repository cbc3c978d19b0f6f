import { defaultHyperparameters, fitProcess, type Hyperparameters } from "./fit-process.js";
import { type Kernel, matern52, squaredExponential } from "./kernel.js";
import { leaveOneOut } from "./leave-one-out.js";
import { type Observations, pairDifferences, processAt } from "./likelihood.js";
import { warpOffsets, warpOutputs } from "./output-warp.js";
import type { Posterior } from "./posterior.js";
import { telling } from "./telling.js";

/** What a surrogate is made of, but for the samples. */
export interface SurrogateForm {
  readonly kernel: Kernel;
  readonly offset: number;
  readonly hyperparameters: Hyperparameters;
}

/** How many samples the choice of a form is made on at most. */
const choiceSamples = 64;

/** The form that foretells left-out samples best, of all kernels and output warps. */
export function chooseForm(allObservations: Observations, allValues: Float64Array): SurrogateForm {
  const { observations, values } = telling(allObservations, allValues, choiceSamples);
  const differences = pairDifferences(observations);
  const { axes } = observations;
  let best: SurrogateForm | undefined;
  let bestDensity = Number.NEGATIVE_INFINITY;
  for (const kernel of [matern52, squaredExponential])
    for (const offset of warpOffsets) {
      const { targets, logSlopes } = warpOutputs(values, offset);
      const { x } = fitProcess(differences, targets, kernel, defaultHyperparameters(axes), 40);
      const fitted = processAt(differences, targets, scalesOf(x), Math.exp(x[axes]!), kernel);
      if (fitted === undefined) continue;
      const density = leaveOneOut(fitted) + logSlopes.reduce((sum, slope) => sum + slope, 0);
      if (density > bestDensity) [best, bestDensity] = [{ kernel, offset, hyperparameters: x }, density];
    }
  return (
    best ?? {
      kernel: matern52,
      offset: Number.POSITIVE_INFINITY,
      hyperparameters: defaultHyperparameters(axes),
    }
  );
}

/** The same form with hyperparameters that fit these samples. */
export function refitForm(
  form: SurrogateForm,
  observations: Observations,
  values: Float64Array,
): SurrogateForm {
  const { targets } = warpOutputs(values, form.offset);
  const { x } = fitProcess(pairDifferences(observations), targets, form.kernel, form.hyperparameters, 15);
  return { ...form, hyperparameters: x };
}

/** A posterior with what it was fitted to. */
export interface Surrogate extends Posterior {
  readonly targets: Float64Array;
}

/** What the process holds for true at its own samples, their noise smoothed away: [samples]. */
export function smoothedTargets({ targets, process: { weights, noise } }: Surrogate): Float64Array {
  return targets.map((target, i) => target - noise * weights[i]!);
}

/** The surrogate of a form that has seen these samples. */
export function surrogate(form: SurrogateForm, observations: Observations, values: Float64Array): Surrogate {
  const { targets } = warpOutputs(values, form.offset);
  const { kernel, hyperparameters } = form;
  const scales = scalesOf(hyperparameters);
  const differences = pairDifferences(observations);
  // Trials that lie on top of each other need some noise to be told apart.
  for (let noise = Math.exp(hyperparameters.at(-1)!); ; noise = Math.max(10 * noise, 1e-8)) {
    const fitted = processAt(differences, targets, scales, noise, kernel);
    if (fitted !== undefined) return { observations, process: fitted, kernel, scales, targets };
  }
}

function scalesOf(hyperparameters: Hyperparameters): Float64Array {
  return hyperparameters.slice(0, -1).map((x) => Math.exp(-2 * x));
}
