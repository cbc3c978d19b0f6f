import { join } from "node:path";
import { contenders } from "./contenders.js";
import { startContestant } from "./contestant.js";
import { table } from "./table.js";

const backends = ["tensorflow", "wasm"] as const;

/** The epoch that the table speaks of: the training set of `simplifiedScenes()`. */
const epochSize = 6000;

/** Epoch time of every model on both backends, each in a process of its own. */
export async function benchModels(root: string): Promise<string> {
  const contestant = join(root, "bench", "contestants", "models.ts");
  const rows: string[][] = [];
  for (const name of Object.keys(contenders)) {
    const row = [name];
    for (const backend of backends) {
      const command = [process.execPath, "--import", "tsx", contestant, name] as const;
      const racer = await startContestant(name, [...command], { PESSIMIST_BACKEND: backend });
      try {
        const speed = await racer.heat({ batchSize: 32, seconds: 3 });
        if (row.length === 1) row.push(racer.description.split(", ").at(-1)!.replace(" parameters", ""));
        row.push(number(speed), duration(epochSize / speed));
      } finally {
        await racer.leave();
      }
    }
    rows.push(row);
  }
  const header = backends.flatMap((backend) => [`${backend}, samples/s`, "epoch"]);
  return [
    "## Epoch time of each model",
    "",
    `Training by \`fit\` in batches of 32, median over epochs of 3 s in all, after a first epoch; "epoch" is what ${epochSize.toLocaleString("en")} samples take at that speed.`,
    "Pictures are 32 × 32 × 3 (28 × 28 × 1 for the MLP), sequences 50 steps of 4 numbers, classes 10.",
    "",
    table(["model", "parameters", ...header], rows),
  ].join("\n");
}

function number(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString("en");
}

/** Seconds, or minutes from two on. */
function duration(seconds: number): string {
  return seconds < 120
    ? `${Number(seconds.toPrecision(2))} s`
    : `${Number((seconds / 60).toPrecision(2))} min`;
}
