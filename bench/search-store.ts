import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { durableTrials, sharing } from "./search-store/durable.js";
import { killStudies } from "./search-store/kills.js";
import { table } from "./table.js";

/** What a durable trial costs, whether processes share a file, and what `kill -9` does to a study. */
export async function benchSearchStore(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "bench-store-"));
  try {
    const { ours, optuna } = durableTrials(folder);
    const shared = await sharing(folder);
    const kills = await killStudies(folder, Number(process.env.BENCH_KILLS ?? 1000));
    const sum = (key: "kills" | "studies" | "lost" | "same") =>
      kills.reduce((total, row) => total + row[key], 0);
    return [
      "## Studies in a file",
      "",
      "A trial of two hyperparameters drawn at random, begun, written and ended; its process may be killed at any moment.",
      "",
      table(
        ["what", "measured", "unit", "wanted"],
        [
          ["durable trial, median", ours[0].toFixed(3), "ms", "≤ 0.3"],
          ["durable trial, 99 of 100", ours[1].toFixed(3), "ms", ""],
          ["the same in Optuna 5, median", optuna[0].toFixed(1), "ms", ""],
          ["trials of 4 processes on one file", count(shared.asked), "", "20,000"],
          ["their different numbers", count(shared.distinct), "", "20,000"],
          ["time of all four", shared.seconds.toFixed(1), "s", ""],
          ["kills (-9)", count(sum("kills")), "", "1,000"],
          ["finished trials lost", count(sum("lost")), "", "0"],
          ["studies that were killed", count(sum("studies")), "", ""],
          ["of them the same bits as if never stopped", count(sum("same")), "", "all"],
        ],
      ),
      "",
      "Kills by sampler (above) and pruner (below), each with studies of 20 trials, reports and checkpoints:",
      "",
      table(
        ["with", "kills", "lost", "studies", "same bits"],
        kills.map((row) => [row.name, ...[row.kills, row.lost, row.studies, row.same].map(count)]),
      ),
    ].join("\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function count(value: number): string {
  return value.toLocaleString("en");
}
