import { shownValue } from "../../core/index.js";

/** What an objective threw that is no error, for the reason of its failure. */
export function thrownText(thrown: unknown): string {
  return typeof thrown === "string" ? thrown : shownValue(thrown);
}
