import { basename, extname } from "node:path";
import { UsageError } from "../../core/index.js";
import { compareModels, readPredictionLog } from "../../decomposition/index.js";
import { fine } from "../command.js";
import { comparisonTable } from "./comparison-table.js";

/**
 * Compares the models of two log files and prints what came out.
 *
 * @throws UsageError for more or fewer files than two
 */
export async function comparePaths(
  paths: readonly string[],
  { confidence, json }: { confidence: number; json: boolean },
): Promise<number> {
  const [first, second] = paths;
  if (first === undefined || second === undefined || paths.length > 2)
    throw new UsageError({
      got: `--paired with ${paths.length} ${paths.length === 1 ? "log" : "logs"}.`,
      expected: "two: one of each model, of the same samples.",
      fix: "write deep-pessimist decompose --paired a.parquet b.parquet.",
    });
  // Which split it is does not matter here, so files may be called as one likes.
  const [a, b] = await Promise.all(
    [first, second].map((path) => readPredictionLog(path, { split: basename(path, extname(path)) })),
  );
  const names = namesOf(first, second);
  const result = compareModels(a!, b!, { confidence, names });
  console.log(json ? JSON.stringify(result, null, 2) : comparisonTable(result, names));
  return fine;
}

/** The files' names; their paths where those are the same. */
function namesOf(first: string, second: string): [string, string] {
  const [a, b] = [first, second].map((path) => basename(path, extname(path)));
  return a === b ? [first, second] : [a!, b!];
}
