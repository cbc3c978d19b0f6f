import { checkOptions, normal, type RandomSource } from "../../core/index.js";
import type { NormalDistribution } from "../cma-es/distribution.js";
import { type Evolution, firstEvolution, nextEvolution } from "../cma-es/evolution.js";
import { type Axes, axesOf, parametersAt, pointOf, snap } from "../gaussian-process/axes.js";
import type { Parameters } from "../space/distribution.js";
import { observedValues } from "./observed-values.js";
import type { Sampler } from "./sampler.js";

/** How CMA-ES works; it has nothing to be set. */
export type CmaEsOptions = Readonly<Record<never, never>>;

/**
 * Draws trials from a normal distribution that moves and stretches, generation by generation, to where they came out best.
 *
 * It is for spaces of numbers and some hundred trials: whole and stepped numbers are rounded, and never drawn more narrowly
 * than that others are reached; choices are drawn by how often they stand among the best. Where a search has settled, it
 * begins again elsewhere with twice the population. It learns from every ended trial by number, whoever proposed it, so many
 * may run at once.
 *
 * @see N. Hansen, "The CMA Evolution Strategy: A Tutorial" (2016)
 * @see A. Auger and N. Hansen, "A Restart CMA Evolution Strategy With Increasing Population Size" (2005)
 * @example
 * cmaEs().name; // "cma-es"
 */
export function cmaEs(options: CmaEsOptions = {}): Sampler {
  checkOptions("cmaEs", options, []);
  let kept: { evolution: Evolution; points: Float64Array[]; values: Float64Array; seed: number } | undefined;
  return {
    name: "cma-es",
    suggest(request): Parameters {
      const { space, random, seed } = request;
      const axes = axesOf(space);
      const { trials, values } = observedValues(request);
      const points = trials.map(({ parameters }) => pointOf(axes, parameters));
      const numbers = points.map((point) => point.subarray(0, axes.numeric));
      const point = new Float64Array(axes.list.length);
      if (axes.numeric > 0) {
        const known =
          kept !== undefined && kept.seed === seed && isBeginning(kept, numbers, values) ? kept : undefined;
        const evolution = replay(known?.evolution ?? firstEvolution(axes.numeric), numbers, values, seed);
        kept = {
          evolution,
          points: numbers.slice(0, evolution.consumed),
          values: values.slice(0, evolution.consumed),
          seed,
        };
        point.set(draw(evolution.distribution, axes, random));
      }
      drawChoices(axes, point, points, values, random);
      return parametersAt(axes, snap(axes, point));
    },
  };
}

/** Goes on through the generations that have ended since. */
function replay(
  from: Evolution,
  points: readonly Float64Array[],
  values: Float64Array,
  seed: number,
): Evolution {
  let evolution = from;
  for (;;) {
    const { consumed, distribution } = evolution;
    const end = consumed + distribution.strategy.population;
    if (end > points.length) return evolution;
    evolution = nextEvolution(
      evolution,
      points.slice(consumed, end),
      [...values.subarray(consumed, end)],
      seed,
    );
  }
}

function isBeginning(
  kept: { readonly points: readonly Float64Array[]; readonly values: Float64Array },
  points: readonly Float64Array[],
  values: Float64Array,
): boolean {
  return (
    kept.points.length <= points.length &&
    kept.values.every((value, i) => value === values[i]) &&
    kept.points.every(
      (point, i) => point.length === points[i]!.length && point.every((at, k) => at === points[i]![k]),
    )
  );
}

/** A draw within the box: up to 20 are tried, then the last is brought in. */
function draw(
  { mean, step, directions, lengths }: NormalDistribution,
  { list }: Axes,
  random: RandomSource,
): Float64Array {
  const size = mean.length;
  for (let attempt = 1; ; attempt++) {
    const along = lengths.map((length) => length * normal(random));
    const point = mean.map((at, i) => {
      let move = 0;
      let variance = 0;
      for (let j = 0; j < size; j++) {
        move += directions[i * size + j]! * along[j]!;
        variance += (directions[i * size + j]! * lengths[j]!) ** 2;
      }
      // Two fifths of a step reach over its edge one time in five.
      const widened = Math.max(1, 0.4 / list[i]!.levels / (step * Math.sqrt(variance)));
      return at + step * move * widened;
    });
    if (point.every((at) => at >= 0 && at <= 1)) return point;
    if (attempt === 20) return point.map((at) => Math.min(Math.max(at, 0), 1));
  }
}

/** Draws each choice by its share among the better quarter of the trials, and sometimes any. */
function drawChoices(
  { list, numeric }: Axes,
  point: Float64Array,
  points: readonly Float64Array[],
  values: Float64Array,
  random: RandomSource,
): void {
  const byValue = points.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const better = byValue.slice(0, Math.ceil(byValue.length / 4));
  for (let k = numeric; k < list.length; k++) {
    const shown = better.map((i) => points[i]![k]!).filter((at) => at > 0);
    const anywhere = random();
    const pick = random();
    const isKept = shown.length > 0 && anywhere > Math.max(0.1, 1 / (1 + shown.length / list[k]!.levels));
    point[k] = isKept ? shown[Math.floor(pick * shown.length)]! : pick;
  }
}
