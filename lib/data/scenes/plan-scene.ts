import { clearView } from "./clear-view.js";
import { drawSeverities, drawSeverity, type SevereCondition } from "./conditions/severities.js";
import { type FigureTruth, figureTruth } from "./figure-truth.js";
import { planFigure } from "./plan-figure.js";
import { planThing } from "./plan-things.js";
import type { Scene, ScenePlan } from "./scene.js";
import type { SceneSettings } from "./scene-options.js";
import { purposeOf } from "./streams.js";
import { planSite } from "./street/index.js";

const sitePurpose = purposeOf("site");
const figurePurpose = purposeOf("figure");
const truthPurpose = purposeOf("label");

/** What is true of scene `index`: nothing need be placed to know it. */
export function truthOf(settings: SceneSettings, index: number): FigureTruth {
  const { streams, conditions } = settings;
  const rarer = conditions.find(({ name }) => name === "imbalance");
  const severity = rarer === undefined ? 0 : drawSeverity(streams, index, rarer);
  const plan =
    rarer === undefined || severity === 0 ? settings : planUnder(settings, [{ condition: rarer, severity }]);
  return figureTruth(plan, streams(index, truthPurpose));
}

/** Decides where everything stands in scene `index`: cheap, and independent of every other scene. */
export function planScene(
  settings: SceneSettings,
  index: number,
  severities: readonly SevereCondition[] = drawSeverities(settings.streams, index, settings.conditions),
): Scene {
  const { streams } = settings;
  const under = severities.map(({ condition }) => condition.name);
  const plan = planUnder(settings, severities);
  const site = planSite(streams(index, sitePurpose));
  const figure = planFigure(plan, site, streams(index, figurePurpose));
  const others = [];
  for (let number = 0; number < plan.objects - 1; number++)
    others.push(planThing({ streams, index, site }, plan, number));
  let scene = clearView({ streams, index, plan, under, site, figure, others });
  for (const { condition, severity } of severities)
    if (condition.arrange !== undefined)
      scene = condition.arrange(scene, severity, streams(index, condition.details));
  return scene;
}

function planUnder(settings: SceneSettings, severities: readonly SevereCondition[]): ScenePlan {
  let plan: ScenePlan = settings;
  for (const { condition, severity } of severities) if (condition.plan) plan = condition.plan(plan, severity);
  return plan;
}
