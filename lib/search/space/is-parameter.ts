import type { ParameterValue } from "./distribution.js";
import type { Parameter } from "./parameter.js";

/** Whether a value is what `float`, `int`, `choice` or `fixed` return. */
export function isParameter(value: unknown): value is Parameter<ParameterValue> {
  const distribution = (value as Partial<Parameter<ParameterValue>> | null | undefined)?.distribution;
  return typeof distribution?.type === "string";
}
