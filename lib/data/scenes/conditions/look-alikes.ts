import type { ConditionKind } from "./condition-kind.js";

/** What is no person looks ever more like one, and more of what stands around does. */
export const lookAlikes: ConditionKind = {
  plan: (plan, severity) => ({
    ...plan,
    lookAlikes: plan.lookAlikes + (1 - plan.lookAlikes) * severity * 0.18,
    likeness: severity / 5,
  }),
};
