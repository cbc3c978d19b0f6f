import { randomSource, shownValue, UsageError } from "../../core/index.js";
import type { Sampler } from "../samplers/sampler.js";
import { containsValue } from "../space/contains-value.js";
import { describeDistribution } from "../space/describe-distribution.js";
import type { Parameters, ParameterValue } from "../space/distribution.js";
import { existsUnder } from "../space/exists-under.js";
import type { SearchSpace, SpaceParameter } from "../space/search-space.js";
import type { StoredStudy } from "../stores/store.js";
import type { TrialRecord } from "../trials/trial-record.js";

/** A trial for which values are sought. */
export interface Proposal {
  readonly stored: StoredStudy;
  readonly sampler: Sampler;
  readonly trial: TrialRecord;
}

/** What the sampler proposes for these hyperparameters; `stream` tells its draws from others of the same trial. */
export function propose({ stored, sampler, trial }: Proposal, space: SearchSpace, stream = ""): Parameters {
  const { direction, seed } = stored.settings;
  const number = trial.number;
  const random = randomSource(seed, "suggest", number, stream);
  const request = { space, trials: stored.trials(), direction, number, seed, random };
  const notes = stream === "" ? sampler.notes?.(request) : undefined;
  if (notes !== undefined) stored.attach(notes);
  return sampler.suggest(request);
}

/** Every value of a declared space: those that were enqueued, and for the rest what the sampler proposes. */
export function proposeAll(proposal: Proposal, space: SearchSpace): Parameters {
  const { fixed = {}, parameters: drawn } = proposal.trial;
  const known = { ...fixed, ...drawn };
  const suggested = space.every(({ name }) => Object.hasOwn(known, name)) ? {} : propose(proposal, space);
  const values: Record<string, ParameterValue> = {};
  for (const parameter of space) {
    if (!existsUnder(parameter, values)) continue;
    const { name } = parameter;
    const value = Object.hasOwn(known, name) ? known[name] : suggested[name];
    values[name] = value !== undefined ? value : proposeOne(proposal, parameter);
    assertValue(values[name], parameter, proposal.sampler.name);
  }
  return values;
}

/** The value of one hyperparameter, apart from all others. */
export function proposeOne(proposal: Proposal, { name, distribution, role }: SpaceParameter): ParameterValue {
  const value = propose(proposal, [{ name, distribution, role }], name)[name] as ParameterValue;
  assertValue(value, { name, distribution }, proposal.sampler.name);
  return value;
}

function assertValue(
  value: ParameterValue,
  { name, distribution }: Pick<SpaceParameter, "name" | "distribution">,
  sampler: string,
): void {
  if (containsValue(distribution, value)) return;
  throw new UsageError({
    got: `"${name}" got the value ${shownValue(value)} (sampler ${sampler}, or enqueued).`,
    expected: `a value of ${describeDistribution(distribution)}.`,
    fix: "enqueue a value within the range; a sampler of your own must stay within it, too.",
  });
}
