import type { ConditionKind } from "./condition-kind.js";

/** What is no person looks ever more like one, and more of what stands around does. */
export const lookAlikes: ConditionKind = {
  plan: (plan, severity) => ({
    ...plan,
    lookAlikeShare: plan.lookAlikeShare + (1 - plan.lookAlikeShare) * severity * 0.18,
    likeness: severity / 5,
  }),
};
