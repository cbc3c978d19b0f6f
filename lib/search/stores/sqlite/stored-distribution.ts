import { UsageError } from "../../../core/index.js";
import type { Distribution, ParameterValue } from "../../space/distribution.js";

interface Stored {
  readonly name: string;
  readonly attributes: {
    readonly low?: number;
    readonly high?: number;
    readonly log?: boolean;
    readonly step?: number | null;
    readonly choices?: readonly ParameterValue[];
  };
}

/** A distribution as Optuna writes it. */
export function storedDistribution(distribution: Distribution): string {
  if (distribution.type === "choice")
    return JSON.stringify({ name: "CategoricalDistribution", attributes: { choices: distribution.choices } });
  const { type, low, high, log, step = null } = distribution;
  const name = type === "int" ? "IntDistribution" : "FloatDistribution";
  return JSON.stringify({ name, attributes: { step, low, high, log } });
}

/** What was read so before: few distributions are drawn from thousands of times. */
const read = new Map<string, Distribution>();

/**
 * The distribution that such a text means.
 *
 * @throws UsageError for one of a kind that we do not know
 */
export function readDistribution(json: string): Distribution {
  const known = read.get(json);
  if (known !== undefined) return known;
  const distribution = parse(json);
  if (read.size > 10_000) read.clear();
  read.set(json, distribution);
  return distribution;
}

function parse(json: string): Distribution {
  const { name, attributes } = JSON.parse(json) as Stored;
  const { low = Number.NaN, high = Number.NaN, log = false, step = null, choices = [] } = attributes;
  if (name === "CategoricalDistribution") return { type: "choice", choices };
  if (name === "IntDistribution") return { type: "int", low, high, log, step: step ?? 1 };
  if (name === "FloatDistribution")
    return { type: "float", low, high, log, ...(step === null ? {} : { step }) };
  throw new UsageError({
    got: `a trial was drawn from ${name}.`,
    expected: "FloatDistribution, IntDistribution or CategoricalDistribution.",
    fix: "renew the file with Optuna: optuna storage upgrade.",
  });
}

/** A value as Optuna writes it: the number itself, or the place among the choices. */
export function storedValue(value: ParameterValue, distribution: Distribution): number {
  return distribution.type === "choice" ? distribution.choices.indexOf(value) : Number(value);
}

/** The value that such a number means. */
export function readValue(stored: number, distribution: Distribution): ParameterValue {
  return distribution.type === "choice" ? distribution.choices[stored]! : stored;
}
