import type { Observations } from "./likelihood.js";
import { chooseForm, refitForm, type Surrogate, type SurrogateForm, surrogate } from "./surrogate.js";

/** A form, and the samples it was found on. */
interface Fit {
  readonly points: Float64Array;
  readonly values: Float64Array;
  readonly form: SurrogateForm;
}

/** Makes surrogates of samples, the oldest first. */
export type SurrogateFitter = (observations: Observations, values: Float64Array) => Surrogate;

/**
 * Fits surrogates, and again only what a new sample makes necessary: the form is chosen anew for each quarter more of
 * samples, its hyperparameters are fitted anew for each tenth. Each is a function of the samples up to there alone, so what
 * is kept may be lost at any time.
 */
export function surrogateFitter(): SurrogateFitter {
  let chosen: Fit | undefined;
  let refitted: Fit | undefined;
  return (observations, values) => {
    const early = first(observations, values, lastMilestone(values.length, 1.25));
    if (!isOf(chosen, early)) chosen = { ...early, form: chooseForm(early.observations, early.values) };
    const { form } = chosen;
    const late = first(observations, values, lastMilestone(values.length, 1.05));
    if (!isOf(refitted, late) || refitted.form.kernel !== form.kernel || refitted.form.offset !== form.offset)
      refitted = { ...late, form: refitForm(form, late.observations, late.values) };
    return surrogate(refitted.form, observations, values);
  };
}

/** The largest number of a growing sequence, each `growth` times the one before or 1 more, that is not above `samples`. */
function lastMilestone(samples: number, growth: number): number {
  let milestone = 1;
  for (let next = milestone; next <= samples; next = Math.max(next + 1, Math.floor(next * growth)))
    milestone = next;
  return milestone;
}

interface Samples {
  readonly observations: Observations;
  readonly points: Float64Array;
  readonly values: Float64Array;
}

function first(observations: Observations, values: Float64Array, samples: number): Samples {
  const points = observations.points.slice(0, samples * observations.axes);
  return { observations: { ...observations, points, samples }, points, values: values.slice(0, samples) };
}

function isOf(fit: Fit | undefined, { points, values }: Samples): fit is Fit {
  return fit !== undefined && equal(fit.points, points) && equal(fit.values, values);
}

function equal(a: Float64Array, b: Float64Array): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
