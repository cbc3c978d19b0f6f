import type { Distribution, Parameters, ParameterValue } from "../../space/distribution.js";
import { fromUnit, sizeOf } from "../../space/from-unit.js";
import type { SearchSpace, SpaceParameter } from "../../space/search-space.js";
import { toUnit } from "../../space/to-unit.js";

/** One hyperparameter as kernels see it. */
export interface Axis {
  readonly parameter: SpaceParameter;
  /** Of a choice, its size; 0 for numbers. */
  readonly choices: number;
  /** Whether it has steps, so that kernels have a mass on each and not a density. */
  readonly stepped: boolean;
}

/** The axes of a space. */
export function axesOf(space: SearchSpace): readonly Axis[] {
  return space.map((parameter) => {
    const { distribution } = parameter;
    const choices = distribution.type === "choice" ? distribution.choices.length : 0;
    return { parameter, choices, stepped: choices === 0 && Number.isFinite(sizeOf(distribution)) };
  });
}

/**
 * Where a trial lies: the share of each range in 0 … 1, the index of each choice, NaN where it has none.
 *
 * A value from an earlier, wider range lies at the nearest end.
 */
export function pointOf(axes: readonly Axis[], parameters: Parameters): Float64Array {
  return Float64Array.from(axes, ({ parameter: { name, distribution } }) => {
    const value = parameters[name];
    if (value === undefined) return Number.NaN;
    if (distribution.type === "choice") {
      const index = distribution.choices.indexOf(value);
      return index < 0 ? Number.NaN : index;
    }
    return typeof value === "number" ? Math.min(1, Math.max(0, toUnit(distribution, value))) : Number.NaN;
  });
}

/** The value at a coordinate. */
export function valueAt({ parameter: { distribution }, choices }: Axis, coordinate: number): ParameterValue {
  return choices > 0
    ? (distribution as Extract<Distribution, { type: "choice" }>).choices[coordinate]!
    : fromUnit(distribution, coordinate);
}

/** The part of 0 … 1 that rounds to the same step as a coordinate. */
export function cellAround({ parameter: { distribution } }: Axis, coordinate: number): [number, number] {
  if (distribution.type === "choice") return [0, 1];
  const size = sizeOf(distribution);
  if (!distribution.log) {
    const cell = Math.min(size - 1, Math.floor(coordinate * size));
    return [cell / size, (cell + 1) / size];
  }
  // A whole number's part in logarithms reaches from half before it to half behind it.
  const value = fromUnit(distribution, coordinate) as number;
  const [from, to] = [Math.log(distribution.low - 0.5), Math.log(distribution.high + 0.5)];
  const share = (x: number) => (Math.log(x) - from) / (to - from);
  return [share(value - 0.5), share(value + 0.5)];
}
