import type { Parameters, ParameterValue } from "../../space/distribution.js";
import { fromUnit, sizeOf } from "../../space/from-unit.js";
import type { SearchSpace, SpaceParameter } from "../../space/search-space.js";
import { toUnit } from "../../space/to-unit.js";
import type { TrialRecord } from "../../trials/trial-record.js";

/** One hyperparameter as kernels see it: a length of 1, or choices. */
export interface Axis {
  readonly parameter: SpaceParameter;
  readonly isChoice: boolean;
  /** How many values it has; Infinity without steps. */
  readonly size: number;
}

/** The axes of a space, and where trials lie on them. */
export interface Axes {
  readonly list: readonly Axis[];
  /** How many choices each has; 0 for numbers. */
  readonly choices: Uint32Array;
  /** Whether some exist in some trials only. */
  readonly conditional: boolean;
  /**
   * A trial's place on each axis: the share of a range in 0 … 1, the index of a choice, NaN where it has none. A value
   * from an earlier, wider range lies at the nearest end.
   */
  pointOf(trial: TrialRecord): Float64Array;
}

/** The axes of a space. */
export function axesOf(space: SearchSpace): Axes {
  const list = space.map((parameter) => {
    const { distribution } = parameter;
    return { parameter, isChoice: distribution.type === "choice", size: sizeOf(distribution) };
  });
  const known: { readonly trial: TrialRecord; readonly point: Float64Array }[] = [];
  return {
    list,
    choices: Uint32Array.from(list, ({ isChoice, size }) => (isChoice ? size : 0)),
    conditional: space.some(({ when }) => when !== undefined),
    pointOf(trial) {
      const { number, parameters } = trial;
      if (known[number]?.trial !== trial) known[number] = { trial, point: pointOf(list, parameters) };
      return known[number].point;
    },
  };
}

function pointOf(axes: readonly Axis[], parameters: Parameters): Float64Array {
  const point = new Float64Array(axes.length);
  for (let j = 0; j < axes.length; j++) {
    const value = parameters[axes[j]!.parameter.name];
    point[j] = value === undefined ? Number.NaN : coordinateOf(axes[j]!, value);
  }
  return point;
}

function coordinateOf({ parameter: { distribution } }: Axis, value: ParameterValue): number {
  if (distribution.type !== "choice")
    return typeof value === "number" ? Math.min(1, Math.max(0, toUnit(distribution, value))) : Number.NaN;
  const index = distribution.choices.indexOf(value);
  return index < 0 ? Number.NaN : index;
}

/** The value at a coordinate. */
export function valueAt({ parameter: { distribution } }: Axis, at: number): ParameterValue {
  return distribution.type === "choice" ? distribution.choices[at]! : fromUnit(distribution, at);
}

/** A share of a range, moved to the middle of its step. */
export function snap({ parameter: { distribution }, size }: Axis, share: number): number {
  if (size === Number.POSITIVE_INFINITY || distribution.type === "choice") return share;
  if (distribution.log) return toUnit(distribution, fromUnit(distribution, share));
  return (Math.min(size - 1, Math.floor(share * size)) + 0.5) / size;
}

/** How much of a range the step around a share takes; 0 without steps. */
export function stepAround({ parameter: { distribution }, size }: Axis, share: number): number {
  if (size === Number.POSITIVE_INFINITY || distribution.type === "choice") return 0;
  if (!distribution.log) return 1 / size;
  // A whole number's part in logarithms reaches from half before it to half behind it.
  const { low, high } = distribution;
  const value = fromUnit(distribution, share) as number;
  return Math.log((value + 0.5) / (value - 0.5)) / Math.log((high + 0.5) / (low - 0.5));
}
