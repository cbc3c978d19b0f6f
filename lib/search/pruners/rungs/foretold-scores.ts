import { toUnit } from "../../space/to-unit.js";
import type { Board } from "./board.js";
import { type Lineage, scoreAt } from "./lineage.js";
import { regression } from "./regression.js";

/** From so many configurations that went further, the others' future is foretold; so many of the last ones count. */
const [fewest, most] = [6, 40];

/**
 * How all who came to a rung will stand further up, judged by what became of those who went on: curves cross, and the fastest
 * beginner need not win. How each stands, its last gain and its hyperparameters foretell what it has yet to gain, as far as they
 * do; where they do not, the order is that of the values.
 *
 * @param steps - all rungs, and the last step
 */
export function foretoldScores(
  rung: number,
  steps: readonly number[],
  { all, sign }: Board,
): Map<Lineage, number> {
  const there = all.filter((lineage) => stepOf(lineage) >= rung);
  const scores = there.map((lineage) => scoreAt(lineage, rung, sign)!);
  const farther = (step: number) => there.filter((lineage) => stepOf(lineage) >= step).length;
  const target = steps.findLast((step) => step > rung && farther(step) >= fewest);
  const values = target === undefined ? scores : foretell(rung, target);
  return new Map(there.map((lineage, i) => [lineage, values[i]!]));

  function foretell(rung: number, target: number): number[] {
    const before = steps.findLast((step) => step < rung);
    const names = [...new Set(there.flatMap(({ latest }) => Object.keys(latest.distributions)))];
    const columns = [
      scores,
      ...(before === undefined
        ? []
        : [there.map((lineage, i) => scoreAt(lineage, before, sign)! - scores[i]!)]),
      ...names.flatMap((name) => columnsOf(there, name)),
    ];
    const gains = there.map((lineage, i) => scoreAt(lineage, target, sign)! - scores[i]!);
    const known = [...there.keys()]
      .filter((i) => stepOf(there[i]!) >= target && Number.isFinite(gains[i]))
      .slice(-most);
    if (known.length < fewest) return scores;
    const scaled = columns.map((column) => standardized(column, known));
    const rows = there.map((_, i) => scaled.map((column) => column[i]!));
    const predict = regression(
      known.map((i) => rows[i]!),
      known.map((i) => gains[i]!),
    );
    return scores.map((score, i) => score + predict(rows[i]!));
  }
}

const stepOf = ({ latest }: Lineage): number => latest.intermediate.at(-1)?.step ?? 0;

/** A number's place along its range, the middle where it does not exist; for each choice, 1 where it was taken. */
function columnsOf(lineages: readonly Lineage[], name: string): number[][] {
  const like = lineages.find(({ latest }) => name in latest.distributions)!.latest.distributions[name]!;
  if (like.type === "choice")
    return like.choices.map((choice) =>
      lineages.map(({ latest }) => (latest.parameters[name] === choice ? 1 : 0)),
    );
  return [
    lineages.map(({ latest: { parameters, distributions } }) =>
      name in parameters ? toUnit(distributions[name] ?? like, parameters[name]!) : 0.5,
    ),
  ];
}

/** A column about 0 and of variance 1 over some of its places, and nowhere further off than 3. */
function standardized(column: readonly number[], over: readonly number[]): number[] {
  const mean = over.reduce((sum, i) => sum + column[i]!, 0) / over.length;
  const variance = over.reduce((sum, i) => sum + (column[i]! - mean) ** 2, 0) / over.length;
  const deviation = Math.sqrt(variance);
  return column.map((value) => {
    const off = deviation > 1e-12 ? (value - mean) / deviation : 0;
    return Number.isFinite(off) ? Math.max(-3, Math.min(3, off)) : 3;
  });
}
