import { integerBelow } from "../../../core/index.js";
import type { SceneStreams } from "../streams.js";
import type { ActiveCondition } from "./condition-setting.js";

/** Each condition has a stream of its own: switching one on changes no other. */
export function drawSeverity(
  streams: SceneStreams,
  index: number,
  { occurs, share, severity }: ActiveCondition,
): number {
  const random = streams(index, occurs);
  const isUnder = random() < share;
  const [smallest, greatest] = severity;
  return isUnder ? smallest + integerBelow(greatest - smallest + 1, random) : 0;
}

/** A condition that one scene is under, and how bad it is there, 1 … 5. */
export interface SevereCondition {
  readonly condition: ActiveCondition;
  readonly severity: number;
}

/** The conditions that scene `index` is under, in the order in which they take effect: a few of the many there are. */
export function drawSeverities(
  streams: SceneStreams,
  index: number,
  conditions: readonly ActiveCondition[],
): SevereCondition[] {
  const under: SevereCondition[] = [];
  for (const condition of conditions) {
    const severity = drawSeverity(streams, index, condition);
    if (severity > 0) under.push({ condition, severity });
  }
  return under;
}
