import { alignedLeft, type Interval, shortValue, tableForms } from "../../core/index.js";
import type { LocalSensitivity } from "./local-sensitivity-table.js";

const head = ["hyperparameter", "best", "moved to", "costs"];

/**
 * What is lost near the best trial, as text: one line for each hyperparameter, what costs most first.
 *
 * @param local - what `localSensitivity(study)` returns
 */
export function formatLocalSensitivity(local: LocalSensitivity): string {
  return [...alignedLeft([head, ...rows(local)]), note(local)].join("\n");
}

/** The same for a notebook that shows it as a cell's last value. */
export function localSensitivityForms(local: LocalSensitivity): Record<string, unknown> {
  return { ...tableForms(head, rows(local), note(local)), "text/plain": formatLocalSensitivity(local) };
}

function rows({ parameters }: LocalSensitivity): string[][] {
  return parameters.map(({ name, best, moved, loss }) => [
    name,
    short(best),
    movedText(moved.map(short)),
    range(loss),
  ]);
}

/** More is told by its number. */
const mostText = 40;

function movedText(moved: readonly string[]): string {
  const text = moved.join(", ");
  return text.length > mostText ? `${moved.length} others` : text;
}

function note({ trial }: LocalSensitivity): string {
  return `Round trial ${trial}; each is moved alone, and costs below 0 would make it better.`;
}

function range({ estimate, low, high }: Interval): string {
  return `${short(estimate)} (${short(low)} to ${short(high)})`;
}

const short = (value: unknown): string => shortValue(value, 2);
