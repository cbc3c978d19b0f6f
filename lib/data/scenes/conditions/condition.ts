/** What a scene can be under, in the order in which the effects are applied. */
export type Condition = "night" | "reflections" | "rain" | "fog" | "glare";

/** Every condition, in the order in which the effects are applied: from the street to the lens. */
export const conditionNames: readonly Condition[] = ["night", "reflections", "rain", "fog", "glare"];
