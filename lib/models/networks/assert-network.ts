import { UsageError } from "../../core/index.js";
import type { NetworkOptions } from "./network-options.js";

/**
 * Throws where what every network takes cannot be built, before anything is.
 *
 * @param functionName - as the caller typed it
 */
export function assertNetwork(functionName: string, options: NetworkOptions): void {
  const { classes, targets, outputBias, seed = 0 } = options;
  if ((classes === undefined) === (targets === undefined))
    throw new UsageError({
      got: `${functionName} got ${classes === undefined ? "neither classes nor targets" : "both classes and targets"}.`,
      expected: "one of them: classes to tell apart, or targets, numbers to predict.",
      fix: "pass { classes: dataset.classes.length }, or { targets: dataset.targetNames.length }.",
    });
  if (classes !== undefined && !(Number.isInteger(classes) && classes >= 2))
    throw new UsageError({
      got: `${functionName} got classes = ${classes}.`,
      expected: "a whole number of 2 or more: a yes-or-no question has two classes.",
      fix: "pass { classes: 2 }, or { classes: dataset.classes.length }.",
    });
  if (targets !== undefined) assertCount(functionName, { targets });
  const outputs = (classes ?? targets)!;
  if (outputBias !== undefined && !(outputBias.length === outputs && outputBias.every(Number.isFinite)))
    throw new UsageError({
      got: `${functionName} got outputBias = [${outputBias.join(", ")}] for ${outputs} outputs.`,
      expected: `${outputs} finite numbers, one for each output.`,
      fix: "pass { outputBias: logClassShares(dataset) } of the data set that the network is for, or leave it out.",
    });
  if (!Number.isFinite(seed))
    throw new UsageError({
      got: `${functionName} got seed = ${seed}.`,
      expected: "a finite number.",
      fix: "pass { seed: 0 }.",
    });
}

/**
 * Throws where an option is no whole number of 1 or more.
 *
 * @param option - the option by its name, as in `{ units }`
 */
export function assertCount(functionName: string, option: Record<string, number>): void {
  const [name, value] = Object.entries(option)[0]!;
  if (Number.isInteger(value) && value >= 1) return;
  throw new UsageError({
    got: `${functionName} got ${name} = ${value}.`,
    expected: "a whole number of 1 or more.",
    fix: `pass { ${name}: … } with such a number.`,
  });
}

/**
 * Throws where an option is none of the words that it may be.
 *
 * @param option - the option by its name, as in `{ activation }`
 */
export function assertOneOf(
  functionName: string,
  option: Record<string, string | number>,
  known: readonly (string | number)[],
): void {
  const [name, value] = Object.entries(option)[0]!;
  if (known.includes(value)) return;
  throw new UsageError({
    got: `${functionName} got ${name} = ${JSON.stringify(value)}.`,
    expected: `one of ${known.map((word) => JSON.stringify(word)).join(", ")}.`,
    fix: `pass { ${name}: ${JSON.stringify(known[0])} }.`,
  });
}
