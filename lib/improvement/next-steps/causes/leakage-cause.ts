import { wilsonInterval } from "../../../core/index.js";
import type { Cause } from "../cause.js";
import type { Clues } from "../clues.js";
import { type Copies, copiesBetween } from "./copies-between.js";
import { fingerprints } from "./fingerprints.js";

/** So many copies may be an accident; more make held-out errors too low. */
const fewest = 5;
const leastShare = 0.01;

/** Below 1e-5 probabilities are next to nothing; below 0.02 a model does not hesitate. */
const [saturated, hesitant] = [1e-5, 0.02];

const order = ["train", "trainVal", "testVal", "test"];

/** Samples that are in two splits: under the same name, or under another with the very same probabilities. */
export function leakageCause({ logs, points }: Clues): Cause | undefined {
  const splits = order.filter((split) => logs[split] !== undefined);
  const printed = splits.map((split) => {
    const log = logs[split]!;
    const rounded = log.probabilities.every((p) => Math.abs(1e6 * p - Math.round(1e6 * p)) < 0.07);
    return { ...log, rounded, prints: [fingerprints(log, saturated), fingerprints(log, hesitant)] as const };
  });
  const found: (Copies & { into: string; from: string; samples: number })[] = [];
  for (const [i, from] of printed.entries())
    for (const into of printed.slice(i + 1)) {
      const samples = into.ids.length;
      const copies = copiesBetween(from, into);
      if (copies.rows >= Math.max(fewest, leastShare * samples))
        found.push({ ...copies, into: into.split, from: from.split, samples });
    }
  const worst = found.sort((a, b) => b.rows / b.samples - a.rows / a.samples)[0];
  if (worst === undefined) return undefined;
  const { into, from, rows, samples, example, how } = worst;
  const size = wilsonInterval(rows, samples);
  return {
    name: "leakage",
    size,
    where: into,
    evidence: `${points(size.estimate)} % of ${into}, ${rows.toLocaleString("en")} samples, are in ${from} too, ${how}, the first is ${JSON.stringify(example)}: its error is too low, and every term beside it is wrong`,
  };
}
