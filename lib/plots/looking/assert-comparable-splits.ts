import { UsageError } from "../../core/index.js";
import type { Splits } from "./share-panel.js";

/** More splits than colours cannot be told apart. */
const most = 6;

/** Refuses parts that cannot stand beside each other. */
export function assertComparableSplits(functionName: string, splits: Splits): void {
  const names = Object.keys(splits);
  const empty = names.find((name) => splits[name]!.size === 0);
  if (names.length === 0 || names.length > most || empty !== undefined)
    throw new UsageError({
      got: `${functionName} got ${empty === undefined ? `${names.length} splits` : `the split ${empty}, which is empty`}.`,
      expected: `1 to ${most} data sets with samples, by name.`,
      fix: `${functionName}({ train, test }).`,
    });
  const [first] = names;
  const classes = (name: string): string => JSON.stringify(splits[name]!.classes);
  const other = names.find((name) => classes(name) !== classes(first!));
  if (other === undefined) return;
  throw new UsageError({
    got: `${first} has the classes ${classes(first!)}, ${other} has ${classes(other)}.`,
    expected: "the same classes in the same order.",
    fix: "show them one at a time.",
  });
}
