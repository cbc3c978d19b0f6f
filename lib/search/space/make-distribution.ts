import { checkOptions, shownValue, UsageError } from "../../core/index.js";
import { assertRange, assertWhole } from "./assert-range.js";
import type {
  ChoiceDistribution,
  FloatDistribution,
  IntDistribution,
  ParameterValue,
} from "./distribution.js";

/** How numbers are drawn between two bounds. */
export interface RangeOptions {
  /** Whether they are drawn evenly over their logarithm; defaults to false. */
  readonly log?: boolean;
  /** The values are low, low + step, …; defaults to 1 for whole numbers, to none for others. */
  readonly step?: number;
}

const alsoKnown = ["log", "step", "when", "role"];

/** A checked range of numbers; `call` is what the caller typed, for the error's text. */
export function floatDistribution(
  call: string,
  low: number,
  high: number,
  options: RangeOptions = {},
): FloatDistribution {
  const { log, step } = readRange(call, options);
  const range = { low, high, log, ...(step !== undefined && { step }) };
  assertRange(call, range);
  if (log && step !== undefined)
    throw new UsageError({
      got: `${call} got log and the step ${step}.`,
      expected: "one of the two, for even steps are not even in logarithms.",
      fix: "leave out the step.",
    });
  return { type: "float", ...range };
}

/** A checked range of whole numbers. */
export function intDistribution(
  call: string,
  low: number,
  high: number,
  options: RangeOptions = {},
): IntDistribution {
  const { log, step = 1 } = readRange(call, options);
  const range = { low, high, log, step };
  assertRange(call, range);
  assertWhole(call, range);
  return { type: "int", ...range };
}

function readRange(call: string, options: RangeOptions): { log: boolean; step: number | undefined } {
  checkOptions(call, options, alsoKnown);
  const { log = false, step } = options;
  if (typeof log === "boolean") return { log, step };
  throw new UsageError({
    got: `${call} got log: ${shownValue(log)}.`,
    expected: "true or false.",
    fix: "write { log: true }.",
  });
}

/** A checked list of things. */
export function choiceDistribution(call: string, choices: readonly ParameterValue[]): ChoiceDistribution {
  const fail = (got: string, expected: string, fix: string): never => {
    throw new UsageError({ got: `${call} got ${got}.`, expected, fix });
  };
  if (!Array.isArray(choices) || choices.length === 0)
    fail(
      choices === undefined || Array.isArray(choices) ? "nothing to choose from" : shownValue(choices),
      "an array of one or more values.",
      'write choice(["adam", "sgd"]).',
    );
  const wrong = Array.from(choices).findIndex((value) => !isStorable(value));
  if (wrong >= 0)
    fail(
      `the choice ${shownValue(choices[wrong])}`,
      "strings, finite numbers, booleans or null.",
      "choose a name, and look up what it stands for in the objective.",
    );
  const twice = choices.find((value, i) => choices.indexOf(value) !== i);
  if (twice !== undefined)
    fail(`${JSON.stringify(twice)} twice`, "different choices.", "remove the second one.");
  return { type: "choice", choices: [...choices] };
}

/** Whether JSON keeps it, in which studies are stored. */
function isStorable(value: unknown): boolean {
  return value === null || ["string", "boolean"].includes(typeof value) || Number.isFinite(value);
}
