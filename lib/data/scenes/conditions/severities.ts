import { integerBelow } from "../../../core/index.js";
import type { SceneStreams } from "../streams.js";
import type { Condition, Severities } from "./condition.js";
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

/** How severe each condition is in scene `index`. */
export function drawSeverities(
  streams: SceneStreams,
  index: number,
  conditions: readonly ActiveCondition[],
): Severities {
  const severities: Partial<Record<Condition, number>> = {};
  for (const condition of conditions) {
    const severity = drawSeverity(streams, index, condition);
    if (severity > 0) severities[condition.name] = severity;
  }
  return severities;
}
