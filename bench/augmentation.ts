import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { data } from "deep-pessimist";
import { startContestant } from "./contestant.js";
import { peerEnvironment } from "./peer-environment.js";
import { type Result, race } from "./race.js";
import { table } from "./table.js";

const peer = "albumentations";
const batchSize = 64;

/** The same work with the same strengths, up to how the edges of a kernel or a colour space are rounded. */
const sameWork = [
  ...["flipHorizontal", "flipVertical", "quarterTurn", "shift", "scale", "rotate", "shear", "perspective"],
  ...["cropAndResize", "padAndCrop", "cutout", "brightness", "contrast", "gamma", "saturation", "hue"],
  ...["colourJitter", "shuffleChannels", "grayscale", "solarize", "posterize", "equalize", "autocontrast"],
  ...["invert", "gaussianNoise", "saltAndPepper", "gaussianBlur", "motionBlur", "sharpen", "pixelate"],
];

/** The same idea, drawn in another way. */
const sameIdea = ["elastic", "fog", "rain", "snow", "shadow", "sunFlare"];

/** Every op that both have, on batches of 64 scenes of 64 × 64 RGB bytes, one thread: ours beside albumentations. */
export async function benchAugmentation(root: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "augmentation-"));
  const images = join(folder, "images.bin");
  const scenes = data.makeScenes(batchSize, { imageSize: 64 });
  writeFileSync(images, scenes.batch(Array.from({ length: batchSize }, (_, i) => i)).x);
  const contestants = join(root, "bench", "contestants");
  const python = peerEnvironment(root);
  const ours = [process.execPath, "--import", "tsx", join(contestants, "augmentation.ts"), images] as const;
  const theirs = [python, join(contestants, "albumentations_ops.py"), images] as const;
  const field = [
    await startContestant("deep-pessimist", [...ours]),
    await startContestant(peer, [...theirs], { NO_ALBUMENTATIONS_UPDATE: "1" }),
  ];
  const results = new Map<string, Result[]>();
  try {
    for (const op of [...sameWork, ...sameIdea])
      results.set(op, await race(field, { batchSize, peer, rounds: 7, seconds: 0.3, op }));
  } finally {
    await Promise.all(field.map((contestant) => contestant.leave()));
    rmSync(folder, { recursive: true });
  }
  const ahead = sameWork.filter((op) => results.get(op)![0]!.ratioToPeer > 1).length;
  return [
    "## Augmentation, 64 × 64 RGB bytes",
    "",
    `Microseconds per image, median of 7 interleaved rounds of 0.3 s. Ahead on ${ahead} of ${sameWork.length} ops.`,
    "Each image has its own draw: albumentations is called once for each, ours once for a batch of 64.",
    "",
    rows(sameWork, results),
    "",
    "The same idea drawn in another way, so that speed alone says little:",
    "",
    rows(sameIdea, results),
    "",
    ...field.map(({ name, description }) => `- ${name}: ${description}`),
  ].join("\n");
}

function rows(ops: readonly string[], results: ReadonlyMap<string, readonly Result[]>): string {
  const micros = ({ median }: Result) => (1e6 / median).toFixed(1);
  return table(
    ["op", "ours", peer, "how much faster"],
    ops.map((op) => {
      const [ours, theirs] = results.get(op) as [Result, Result];
      return [op, micros(ours), micros(theirs), `${ours.ratioToPeer.toFixed(2)} ×`];
    }),
  );
}
