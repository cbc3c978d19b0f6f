import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decomposition } from "deep-pessimist";
import { type PredictionLog, randomSource } from "deep-pessimist/core";
import { plantedEmbeddings } from "../test/decomposition/slices/embeddings/planted-embeddings.js";
import { plantedLog } from "../test/decomposition/slices/planted-log.js";
import { type Peer, startPeer } from "./contestant.js";
import { peerEnvironment } from "./peer-environment.js";
import { median } from "./race.js";
import { table } from "./table.js";

const { findHiddenSlices, findSlices, topSlices } = decomposition;

const isSmall = process.env.PESSIMIST_BENCH === "small";
const runs = isSmall ? 20 : 200;

/** Slices: the same as sliceline's, how fast, how many planted ones are found, and how many are found by chance. */
export async function benchSlices(root: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "slices-"));
  const python = peerEnvironment(root);
  const peer = await startPeer("sliceline", [
    python,
    join(root, "bench", "contestants", "error_analysis.py"),
  ]);
  try {
    return [
      "## Slices",
      "",
      "The same top slices as sliceline's, of the same scores. Seconds are the median of three of ours, one of sliceline's.",
      "",
      await against(peer, folder),
      "",
      await wholeLog(folder),
      "",
      `Planted slices, ${runs} logs each of 10,000 images and 10 tags (with tags), 4,000 images and 32 numbers (without):`,
      "",
      planted(),
      "",
      `- peer: ${peer.description}`,
    ].join("\n");
  } finally {
    await peer.leave();
    rmSync(folder, { recursive: true });
  }
}

interface Theirs {
  seconds: number;
  slices: string[];
}

async function against(peer: Peer, folder: string): Promise<string> {
  const sizes = isSmall
    ? [[2000, 6]]
    : [
        [20_000, 10],
        [250_000, 20],
      ];
  const rows: string[][] = [];
  for (const [samples, tags] of sizes as [number, number][]) {
    const { log } = plantedLog({ samples, tags, values: 5, plants: [{ 0: [4], 1: [3] }], seed: 1 });
    const options = { count: 10, alpha: 0.95, degree: 3, minSamples: samples / 100, ranges: false };
    const seconds = [0, 1, 2].map(() => timed(() => topSlices(log, options)));
    const full = [0, 1, 2].map(() => timed(() => findSlices(log)));
    const columns = join(folder, "columns");
    writeFileSync(columns, Buffer.concat(Object.values(log.tags).map(bytesOf)));
    writeFileSync(join(folder, "errors"), bytesOf(Float32Array.from(decomposition.wrongRows(log))));
    const task = { ...options, kind: "slices", rows: samples, tags, columns, errors: join(folder, "errors") };
    const isTooMuch = samples * tags > 1e6; // its products of sparse matrices would take many gigabytes
    const theirs = isTooMuch ? undefined : await peer.ask<Theirs>(task);
    const ours = topSlices(log, options).map(
      (slice) => `${slice.conditions.map(({ tag, from }) => `${tag}=${from}`).join(" ")} ${slice.samples}`,
    );
    const same = theirs && [...ours].sort().join() === [...theirs.slices].sort().join();
    rows.push([
      `${samples.toLocaleString("en")} × ${tags}`,
      median(seconds).toFixed(2),
      theirs?.seconds.toFixed(2) ?? "–",
      same === undefined ? "–" : same ? "the same" : "not the same",
      median(full).toFixed(2),
    ]);
  }
  return table(
    ["images × tags", "topSlices, s", "sliceline, s", "slices", "findSlices with ranges, s"],
    rows,
  );
}

/** A log is read from Parquet, taken apart and sliced. */
async function wholeLog(folder: string): Promise<string> {
  const samples = isSmall ? 2000 : 250_000;
  const { log } = plantedLog({ samples, tags: 20, values: 5, plants: [{ 0: [4], 1: [3] }], seed: 2 });
  const path = join(folder, "test.parquet");
  await decomposition.writePredictionLog(path, { ...log, split: "test" });
  const seconds: number[] = [];
  for (let round = 0; round < 3; round++) {
    const start = performance.now();
    const read: PredictionLog = await decomposition.readPredictionLog(path);
    const test = decomposition.countErrors(read);
    decomposition.decomposeError({ irreducible: 0, train: 0.01, trainVal: 0.03, test });
    findSlices(read);
    seconds.push((performance.now() - start) / 1000);
  }
  return `A log of ${samples.toLocaleString("en")} images and 20 tags, read, decomposed and sliced: ${median(seconds).toFixed(2)} s.`;
}

function planted(): string {
  let [found, reported, strangers, nullAlarms, hidden, hiddenAlarms] = [0, 0, 0, 0, 0, 0];
  for (let seed = 1000; seed < 1000 + runs; seed++) {
    const random = randomSource(seed, "plant");
    const degree = 1 + Math.floor(3 * random());
    const value = Math.floor(4 * random());
    const plant = Object.fromEntries(
      Array.from({ length: degree }, (_, i) => [i * 3 + Math.floor(3 * random()), [value, value + 1]]),
    );
    const made = plantedLog({ samples: 10_000, tags: 10, values: 5, plants: [plant], worse: 0.25, seed });
    const { slices } = findSlices(made.log);
    const shares = slices.map(({ conditions }) => agreement(conditions, made));
    found += Number(shares.some(({ both, either }) => both / either >= 0.8));
    reported += slices.length;
    strangers += shares.filter(({ both, own }) => both / own < 0.5).length;
    nullAlarms += Number(
      findSlices(plantedLog({ samples: 10_000, tags: 10, values: 5, seed }).log).slices.length > 0,
    );
    const off = { share: 0.03 + 0.07 * random(), apart: 2 + 2 * random(), worse: 0.3 + 0.3 * random() };
    const embedded = plantedEmbeddings({ ...off, seed });
    hidden += Number(
      findHiddenSlices(embedded.log, embedded.embeddings).slices.some(
        ({ rows }) => rows.subarray(0, 10).filter((row) => embedded.planted[row] === 1).length >= 8,
      ),
    );
    const even = plantedEmbeddings({ ...off, worse: 0.05, seed });
    hiddenAlarms += Number(findHiddenSlices(even.log, even.embeddings).slices.length > 0);
  }
  const percent = (count: number, of: number) => `${((100 * count) / of).toFixed(1)} %`;
  return table(
    ["", "found", "false discoveries", "logs without slices that show one"],
    [
      [
        "with tags",
        percent(found, runs),
        percent(strangers, Math.max(1, reported)),
        percent(nullAlarms, runs),
      ],
      ["without tags", percent(hidden, runs), "–", percent(hiddenAlarms, runs)],
    ],
  );
}

/** Samples in both, in either, and in the found slice. */
function agreement(
  conditions: readonly { tag: string; from: number; to: number }[],
  { log, planted }: { log: PredictionLog; planted: Uint8Array },
): { both: number; either: number; own: number } {
  const counts = { both: 0, either: 0, own: 0 };
  for (let row = 0; row < planted.length; row++) {
    const isIn = conditions.every(
      ({ tag, from, to }) => log.tags[tag]![row]! >= from && log.tags[tag]![row]! <= to,
    );
    counts.own += Number(isIn);
    counts.both += Number(isIn && planted[row] === 1);
    counts.either += Number(isIn || planted[row] === 1);
  }
  return counts;
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);
