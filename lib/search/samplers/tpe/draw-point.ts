import { normal, type RandomSource } from "../../../core/index.js";
import type { Parameters, ParameterValue } from "../../space/distribution.js";
import { existsUnder } from "../../space/exists-under.js";
import { type Axis, snap, valueAt } from "./axis.js";
import type { Parzen } from "./parzen.js";

/** Draws one point of an estimate; NaN where a hyperparameter does not exist under the values before it. */
export function drawPoint(estimate: Parzen, random: RandomSource): Float64Array {
  const { list, conditional } = estimate.axes;
  const first = pick(estimate.weights, random()) * list.length;
  const point = new Float64Array(list.length);
  const values: Record<string, ParameterValue> = {};
  for (let j = 0; j < list.length; j++) {
    const axis = list[j]!;
    if (conditional && !existsUnder(axis.parameter, values)) {
      point[j] = Number.NaN;
      continue;
    }
    point[j] = drawCoordinate(estimate, axis, first + j, random);
    if (conditional) values[axis.parameter.name] = valueAt(axis, point[j]!);
  }
  return point;
}

/** A point as hyperparameters. */
export function parametersAt(axes: readonly Axis[], point: Float64Array): Parameters {
  const values: Record<string, ParameterValue> = {};
  axes.forEach((axis, j) => {
    if (!Number.isNaN(point[j]!)) values[axis.parameter.name] = valueAt(axis, point[j]!);
  });
  return values;
}

function drawCoordinate(
  { trials, centres, narrowness }: Parzen,
  axis: Axis,
  at: number,
  random: RandomSource,
): number {
  if (axis.isChoice) return drawChoice(axis.size, centres[at]!, trials + 1, random);
  return snap(axis, narrowness[at] === 0 ? random() : drawInside(centres[at]!, narrowness[at]!, random));
}

/** Aitchison and Aitken's kernel: 1 for the trial's own choice, and 1/kernels for each. */
function drawChoice(size: number, centre: number, kernels: number, random: RandomSource): number {
  const even = Number.isNaN(centre) ? 1 : size / (kernels + size);
  const share = random();
  return share >= even ? centre : Math.min(size - 1, Math.floor((share / even) * size));
}

function drawInside(centre: number, narrowness: number, random: RandomSource): number {
  let coordinate: number;
  do coordinate = centre + normal(random) / narrowness;
  while (!(coordinate >= 0 && coordinate < 1));
  return coordinate;
}

function pick(weights: Float64Array, share: number): number {
  let left = share;
  for (let k = 0; k < weights.length - 1; k++) {
    left -= weights[k]!;
    if (left < 0) return k;
  }
  return weights.length - 1;
}
