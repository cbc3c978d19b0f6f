import type { RandomSource } from "../../core/index.js";
import type { Distribution, Parameters, ParameterValue } from "../space/distribution.js";
import { existsUnder } from "../space/exists-under.js";
import { atStep, fromUnit, sizeOf } from "../space/from-unit.js";
import type { SearchSpace } from "../space/search-space.js";
import { toUnit } from "../space/to-unit.js";

/** One coordinate of the points that a surrogate sees. */
export interface Axis {
  readonly name: string;
  readonly distribution: Distribution;
  /** How many values it may take; Infinity for a float without a step. */
  readonly levels: number;
  readonly isChoice: boolean;
  /** It exists where the axis `parent` stands at one of `places`. */
  readonly when?: { readonly parent: number; readonly places: readonly number[] };
}

/** A space as axes, each on [0, 1]: numbers first, then choices. */
export interface Axes {
  readonly list: readonly Axis[];
  /** How many of them, the first ones, are numbers. */
  readonly numeric: number;
  /** Each axis after its parent. */
  readonly order: readonly number[];
  readonly space: SearchSpace;
}

/** Where a hyperparameter is put that does not exist: the same place always, so that it adds nothing to any distance. */
const absent = (isChoice: boolean): number => (isChoice ? -1 : 0.5);

/** The axes of a space: one for every hyperparameter that has more than one value. */
export function axesOf(space: SearchSpace): Axes {
  const free = space.filter(({ distribution }) => levelsOf(distribution) > 1);
  const isChoice = (distribution: Distribution): boolean => distribution.type === "choice";
  const sorted = [
    ...free.filter(({ distribution }) => !isChoice(distribution)),
    ...free.filter(({ distribution }) => isChoice(distribution)),
  ];
  const place = new Map(sorted.map(({ name }, axis) => [name, axis]));
  const list = sorted.map(({ name, distribution, when }): Axis => {
    const parent = when === undefined ? undefined : place.get(when.name);
    const axis = { name, distribution, levels: levelsOf(distribution), isChoice: isChoice(distribution) };
    if (parent === undefined || when === undefined) return axis;
    return {
      ...axis,
      when: { parent, places: when.isOneOf.map((at) => toUnit(sorted[parent]!.distribution, at)) },
    };
  });
  const numeric = list.filter((axis) => !axis.isChoice).length;
  return { list, numeric, order: free.map(({ name }) => place.get(name)!), space };
}

function levelsOf(distribution: Distribution): number {
  return distribution.type !== "choice" && distribution.low === distribution.high ? 1 : sizeOf(distribution);
}

/** The point of a trial's hyperparameters; values of rounds with other bounds lie outside [0, 1]. */
export function pointOf({ list }: Axes, parameters: Parameters): Float64Array {
  return Float64Array.from(list, ({ name, distribution, isChoice }) => {
    const value = parameters[name];
    const unit = value === undefined ? absent(isChoice) : toUnit(distribution, value);
    return Number.isFinite(unit) ? unit : 0;
  });
}

/** Moves a point, in place, to one that stands for a configuration: on the grid, and what is absent in its place. */
export function snap({ list, order }: Axes, point: Float64Array): Float64Array {
  for (const k of order) {
    const { distribution, levels, isChoice } = list[k]!;
    if (!existsAt(list, point, k)) point[k] = absent(isChoice);
    else if (Number.isFinite(levels))
      point[k] = toUnit(distribution, fromUnit(distribution, within(point[k]!)));
  }
  return point;
}

/** Whether axis k exists at a point, its parent and theirs with it; those are snapped. */
export function existsAt(list: readonly Axis[], point: Float64Array, k: number): boolean {
  const { when } = list[k]!;
  if (when === undefined) return true;
  const isChosen = when.places.some((place) => Math.abs(place - point[when.parent]!) < 1e-9);
  return isChosen && existsAt(list, point, when.parent);
}

/** The hyperparameters at a snapped point, with those that have one value alone and without those that do not exist. */
export function parametersAt({ list, space }: Axes, point: Float64Array): Parameters {
  const place = new Map(list.map(({ name }, axis) => [name, axis]));
  const values: Record<string, ParameterValue> = {};
  for (const parameter of space)
    if (existsUnder(parameter, values))
      values[parameter.name] = fromUnit(
        parameter.distribution,
        within(point[place.get(parameter.name) ?? -1] ?? 0),
      );
  return values;
}

/** A point drawn evenly from the space. */
export function randomPoint(axes: Axes, random: RandomSource): Float64Array {
  return snap(
    axes,
    Float64Array.from(axes.list, () => random()),
  );
}

/** The places of all values of an axis that has finitely many. */
export function levelPlaces({ levels, distribution }: Axis): number[] {
  return Array.from({ length: levels }, (_, i) => {
    if (distribution.type === "choice") return (i + 0.5) / levels;
    return toUnit(distribution, atStep(distribution.low, distribution.step!, i));
  });
}

/** The places one value below and above, within the range, of a number with steps. */
export function nextPlaces({ distribution }: Axis, place: number): number[] {
  if (distribution.type === "choice" || distribution.step === undefined) return [];
  const { low, high, step } = distribution;
  const value = fromUnit(distribution, within(place)) as number;
  return [value - step, value + step]
    .filter((next) => next > low - step / 2 && next < high + step / 2)
    .map((next) => toUnit(distribution, next));
}

/** Every configuration of a space, or nothing where there are more than `limit`. */
export function allPoints(axes: Axes, limit: number): Float64Array[] | undefined {
  if (!(axes.list.reduce((product, { levels }) => product * levels, 1) <= limit)) return undefined;
  let points: Float64Array[] = [new Float64Array(axes.list.length)];
  for (const k of axes.order)
    points = points.flatMap((point) => {
      const places = existsAt(axes.list, point, k)
        ? levelPlaces(axes.list[k]!)
        : [absent(axes.list[k]!.isChoice)];
      return places.map((place) => snap(axes, Float64Array.from(point).fill(place, k, k + 1)));
    });
  return points;
}

function within(unit: number): number {
  return Math.min(Math.max(unit, 0), 1);
}
