import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import { UsageError } from "../../core/index.js";
import { recordedSeeds } from "./recorded-levels.js";
import { recordedNodes } from "./recorded-nodes.js";
import { type RecordedTable, unpackTable } from "./recorded-table.js";

let known: RecordedTable | undefined;

/** The trainings that come with the package, read once. */
export function readRecording(): RecordedTable {
  known ??= unpackTable(brotliDecompressSync(packed()), recordedNodes().length * recordedSeeds);
  return known;
}

function packed(): Uint8Array {
  const file = new URL("recorded-trainings.br", import.meta.url);
  try {
    return readFileSync(file);
  } catch (error) {
    throw new UsageError({
      got: `the recorded trainings cannot be read: ${(error as Error).message}.`,
      expected: "the file that comes with deep-pessimist.",
      fix: "install deep-pessimist again; in a clone, npm run build.",
    });
  }
}
