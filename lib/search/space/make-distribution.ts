import { checkOptions, UsageError } from "../../core/index.js";
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
  checkOptions(call, options, alsoKnown);
  const { log = false, step } = options;
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
  checkOptions(call, options, alsoKnown);
  const { log = false, step = 1 } = options;
  const range = { low, high, log, step };
  assertRange(call, range);
  assertWhole(call, range);
  return { type: "int", ...range };
}

/** A checked list of things. */
export function choiceDistribution(call: string, choices: readonly ParameterValue[]): ChoiceDistribution {
  const fail = (got: string, expected: string, fix: string): never => {
    throw new UsageError({ got: `${call} got ${got}.`, expected, fix });
  };
  if (!Array.isArray(choices) || choices.length === 0)
    fail("nothing to choose from", "an array of one or more values.", 'write choice(["adam", "sgd"]).');
  const wrong = choices.find((value) => value !== null && !/string|number|boolean/.test(typeof value));
  if (wrong !== undefined || choices.some((value) => value === undefined || Number.isNaN(value)))
    fail(
      `a choice of type ${typeof wrong}`,
      "strings, numbers, booleans or null.",
      "choose a name, and look up what it stands for in the objective.",
    );
  const twice = choices.find((value, i) => choices.indexOf(value) !== i);
  if (twice !== undefined)
    fail(`${JSON.stringify(twice)} twice`, "different choices.", "remove the second one.");
  return { type: "choice", choices: [...choices] };
}
