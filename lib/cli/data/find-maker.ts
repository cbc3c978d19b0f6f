import { nearestName, UsageError } from "../../core/index.js";
import type { Maker } from "./maker.js";
import { makers } from "./makers.js";

/**
 * The maker of a kind by its name.
 *
 * @throws UsageError for a name that the kind does not have
 */
export function findMaker(kind: string, name: string | undefined): { name: string; maker: Maker } {
  const byName = makers[kind]!;
  const names = Object.keys(byName);
  const chosen = name ?? names[0]!;
  if (names.includes(chosen)) return { name: chosen, maker: byName[chosen]! };
  const meant = nearestName(chosen, names);
  throw new UsageError({
    got: `deep-pessimist data ${kind} has no "${chosen}".`,
    expected: `one of ${names.join(", ")}.`,
    fix: meant === undefined ? "see deep-pessimist data list." : `write --name ${meant}.`,
  });
}
