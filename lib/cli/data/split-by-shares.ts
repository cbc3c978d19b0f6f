import { UsageError } from "../../core/index.js";
import { splitDataset } from "../../data/index.js";
import { numberOption } from "../number-option.js";
import type { Made } from "./maker.js";

type Splits = Exclude<Made, { batch: unknown }>;

/**
 * A data set in the parts that were asked for, or all of it under the name "all"; what comes in parts keeps them.
 *
 * @param shares - as typed: "train=0.8,test=0.2"
 * @throws UsageError where it cannot be read, or the parts are made already
 */
export function splitByShares(made: Made, shares: string | undefined, seed: number): Splits {
  if (!isOne(made)) {
    if (shares === undefined) return made;
    throw new UsageError({
      got: `--split ${shares} for a data set that has splits: ${Object.keys(made).join(", ")}.`,
      expected: "these splits, which are not alike.",
      fix: "leave --split out.",
    });
  }
  if (shares === undefined) return { all: made };
  const fractions = Object.fromEntries(shares.split(",").map(readShare));
  return splitDataset(made, { fractions, seed });
}

function isOne(made: Made): made is Exclude<Made, Splits> {
  return typeof made.batch === "function";
}

function readShare(text: string): [string, number] {
  const [name, share, ...rest] = text.split("=");
  if (name !== undefined && name !== "" && share !== undefined && rest.length === 0)
    return [name.trim(), numberOption("split", share)];
  throw new UsageError({
    got: `--split has "${text}".`,
    expected: "names with their shares, such as train=0.8,test=0.2.",
    fix: "write --split train=0.8,test=0.2.",
  });
}
