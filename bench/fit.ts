import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { FitFigures } from "./contestants/fit.js";
import { median } from "./race.js";
import { table } from "./table.js";

const rounds = 7;

/** What `fit` costs beyond the step that it repeats, and what a checkpoint of ResNet-18 costs. */
export async function benchFit(root: string): Promise<string> {
  const program = join(root, "bench", "contestants", "fit.ts");
  const { stdout } = await promisify(execFile)(process.execPath, [
    "--import",
    "tsx",
    program,
    String(rounds),
  ]);
  return report(JSON.parse(stdout.trimEnd().split("\n").at(-1)!) as FitFigures);
}

function report({ ready, rounds: pairs, checkpoint }: FitFigures): string {
  const percent = (share: number) => (100 * share).toFixed(1).replace("-", "−");
  const works = new Map(pairs.map(({ title, batchSize }) => [`${title} ${batchSize}`, { title, batchSize }]));
  const rows = [...works.values()].map(({ title, batchSize }) => {
    const own = pairs.filter((pair) => pair.title === title && pair.batchSize === batchSize);
    const overheads = own.map(({ bare, fit }) => fit / bare - 1);
    return [
      ...[title, String(batchSize), median(own.map(({ bare }) => 1000 * bare)).toFixed(2)],
      ...[median(own.map(({ fit }) => 1000 * fit)).toFixed(2), percent(median(overheads))],
      `${percent(Math.min(...overheads))} … ${percent(Math.max(...overheads))}`,
    ];
  });
  const { seconds, bytes, numbers } = checkpoint;
  return [
    "## fit beside a bare loop of its step",
    "",
    `The middle update of seven epochs of 2,048 samples (MLP: 4,096), milliseconds; median of ${rounds} interleaved rounds, and the overhead of each`,
    "round's pair. The bare loop makes each batch in JavaScript from bytes in memory, and reads each loss; fit takes the samples in once. Its onStep",
    "is called after each update, and reads the loss, too.",
    "",
    table(["network", "batch", "bare loop, ms", "fit, ms", "overhead, %", "lowest … highest"], rows),
    "",
    "## A checkpoint of ResNet-18 with Adam",
    "",
    table(
      ["median, s", "slowest, s", "MB", "by its weights and slots"],
      [
        [
          ...[median(seconds).toFixed(2), Math.max(...seconds).toFixed(2)],
          ...[(bytes / 1e6).toFixed(1), `${(bytes / (4 * numbers)).toFixed(4)} ×`],
        ],
      ],
    ),
    "",
    `- ${ready}`,
  ].join("\n");
}
