import { UsageError } from "../../core/index.js";
import { describeDistribution } from "../space/describe-distribution.js";
import { sameDistribution } from "../space/same-distribution.js";
import type { SearchSpace, SpaceParameter } from "../space/search-space.js";
import type { StudySettings } from "../stores/store.js";

/** What a caller says of a study; what is undefined is not said. */
export type Asked = { readonly [Key in "direction" | "seed" | "space"]: StudySettings[Key] | undefined };

/**
 * Refuses to go on with a study that is another one than was asked for.
 *
 * @throws UsageError when direction, seed or space differ from those that are stored
 */
export function assertSettings(stored: StudySettings, asked: Asked): void {
  const fail = (what: string, was: string, is: string): never => {
    throw new UsageError({
      got: `the study "${stored.name}" has ${what} ${was}; createStudy got ${is}.`,
      expected: "what it was when the study was made.",
      fix: `write ${was}, or give the new study another name.`,
    });
  };
  if (asked.direction !== undefined && asked.direction !== stored.direction)
    fail("the direction", `"${stored.direction}"`, `"${asked.direction}"`);
  if (asked.seed !== undefined && asked.seed !== stored.seed)
    fail("the seed", `${stored.seed}`, `${asked.seed}`);
  if (asked.space === undefined) return;
  const [before, now] = [lines(stored.space), lines(asked.space)];
  const names = new Set([...before.keys(), ...now.keys()]);
  for (const name of names)
    if (!same(before.get(name), now.get(name)))
      fail(`for "${name}"`, describe(before.get(name)), describe(now.get(name)));
}

function lines(space: SearchSpace | undefined): Map<string, SpaceParameter> {
  return new Map(space?.map((parameter) => [parameter.name, parameter]));
}

function same(a: SpaceParameter | undefined, b: SpaceParameter | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return (
    sameDistribution(a.distribution, b.distribution) &&
    a.role === b.role &&
    JSON.stringify(a.when) === JSON.stringify(b.when)
  );
}

function describe(parameter: SpaceParameter | undefined): string {
  if (parameter === undefined) return "nothing";
  const { distribution, role, when } = parameter;
  const condition = when === undefined ? "" : ` where ${when.name} is ${JSON.stringify(when.isOneOf)}`;
  return `${describeDistribution(distribution)}${condition}, ${role}`;
}
