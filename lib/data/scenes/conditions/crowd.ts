import { between, chance } from "../draws.js";
import type { PlacedThing } from "../scene.js";
import { lookAlike } from "../things/index.js";
import { atSeverity } from "./at-severity.js";
import type { ConditionKind } from "./condition-kind.js";

/** Look-alikes throng behind the figure, on both sides of it; with a person in the image as often as without. */
export const crowd: ConditionKind = {
  arrange: (scene, severity, random) => {
    const { figure, others } = scene;
    const throng = Array.from({ length: atSeverity(severity, [2, 4, 6, 9, 12]) }, (_, i): PlacedThing => {
      const behind = between(1.08, 1.6, random);
      const aside = figure.unit * between(0.12, 1, random) * (chance(0.5, random) ? 1 : -1);
      return {
        kind: lookAlike(0.3, random()),
        x: (figure.x + aside) * behind,
        distance: figure.distance * behind,
        unit: between(1.3, 1.95, random),
        number: 100 + i,
      };
    });
    return { ...scene, others: [...others, ...throng] };
  },
};
