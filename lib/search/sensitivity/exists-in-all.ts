import { type Axis, existsAt } from "../gaussian-process/axes.js";

/** Whether axis k exists at a snapped point, with all on which it depends. */
export function existsInAll(list: readonly Axis[], point: Float64Array, k: number): boolean {
  const { when } = list[k]!;
  return when === undefined || (existsAt(list, point, k) && existsInAll(list, point, when.parent));
}
