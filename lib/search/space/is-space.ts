import { isParameter } from "./is-parameter.js";

/** Whether a value is what `space` returns. */
export function isSpace(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => isParameter(one) && "name" in one);
}
