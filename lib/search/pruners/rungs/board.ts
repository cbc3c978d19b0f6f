import type { PromoteRequest } from "../pruner.js";
import { type Lineage, lineages } from "./lineage.js";

/** All configurations of a study as they stand at one moment. */
export interface Board {
  /** By the number of their first trials. */
  readonly all: readonly Lineage[];
  /** What values are multiplied by so that less is better. */
  readonly sign: number;
  /** What was made under this name before, or is made now: many configurations are compared with the same others. */
  once<Made>(name: string, make: () => Made): Made;
}

/** Sets up the board of a study. */
export function boardOf({ trials, direction }: PromoteRequest): Board {
  const made = new Map<string, unknown>();
  return {
    all: lineages(trials),
    sign: direction === "minimize" ? 1 : -1,
    once: (name, make) => {
      if (!made.has(name)) made.set(name, make());
      return made.get(name) as ReturnType<typeof make>;
    },
  };
}
