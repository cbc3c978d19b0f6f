import { defaultHyperparameters, fitProcess, type Hyperparameters } from "./fit-process.js";
import { type Kernel, matern52, squaredExponential } from "./kernel.js";
import { leaveOneOut } from "./leave-one-out.js";
import { type Observations, pairDifferences, processAt } from "./likelihood.js";
import { warpOffsets, warpOutputs } from "./output-warp.js";
import type { Posterior } from "./posterior.js";
import { pickRows, tellingRows } from "./telling-rows.js";

/** What a surrogate is made of, but for the samples. */
export interface SurrogateForm {
  readonly kernel: Kernel;
  readonly offset: number;
  readonly hyperparameters: Hyperparameters;
}

/** How many samples the choice of a form is made on at most. */
const choiceSamples = 64;

/** And hyperparameters are fitted on. */
const fitSamples = 200;

/** The form that foretells left-out samples best, of all kernels and output warps. */
export function chooseForm(observations: Observations, values: Float64Array): SurrogateForm {
  const rows = tellingRows(values, choiceSamples);
  const differences = pairDifferences(pickRows(observations, rows));
  const { axes } = observations;
  const start = defaultHyperparameters(axes);
  let best: SurrogateForm = { kernel: matern52, offset: Number.POSITIVE_INFINITY, hyperparameters: start };
  let bestDensity = Number.NEGATIVE_INFINITY;
  for (const kernel of [matern52, squaredExponential])
    for (const offset of warpOffsets) {
      const { targets, logSlopes } = warpOutputs(values, offset);
      const told = rows.map((row) => targets[row]!);
      const { x } = fitProcess(differences, told, kernel, start, 40);
      const fitted = processAt(differences, told, scalesOf(x), Math.exp(x[axes]!), kernel);
      if (fitted === undefined) continue;
      const density = rows.reduce((sum, row) => sum + logSlopes[row]!, leaveOneOut(fitted));
      if (density > bestDensity) [best, bestDensity] = [{ kernel, offset, hyperparameters: x }, density];
    }
  return best;
}

/** The same form with hyperparameters that fit these samples. */
export function refitForm(
  form: SurrogateForm,
  observations: Observations,
  values: Float64Array,
): SurrogateForm {
  const rows = tellingRows(values, fitSamples);
  const { targets } = warpOutputs(values, form.offset);
  const told = rows.map((row) => targets[row]!);
  const differences = pairDifferences(pickRows(observations, rows));
  const { x } = fitProcess(differences, told, form.kernel, form.hyperparameters, 15);
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
