import { steppedBack } from "../clear-view.js";
import { planThing } from "../plan-things.js";
import { visibleShare } from "../visible-share.js";
import { atSeverity } from "./at-severity.js";
import type { ConditionKind } from "./condition-kind.js";

/** More things stand in the street; none of them hides the figure. */
export const clutter: ConditionKind = {
  arrange: (scene, severity) => {
    const { figure, others, site, plan } = scene;
    const inFrame = visibleShare(site.camera, figure, []);
    const more = Array.from({ length: atSeverity(severity, [3, 6, 10, 15, 22]) }, (_, i) => {
      const thing = planThing(scene, plan, others.length + i);
      const isInTheWay = visibleShare(site.camera, figure, [thing]) < inFrame;
      return isInTheWay ? steppedBack(thing, figure.distance) : thing;
    });
    return { ...scene, others: [...others, ...more] };
  },
};
