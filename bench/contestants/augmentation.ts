// Augmentation by this project. Reads one JSON line {"op", "seconds"} per heat, answers {"samplesPerSecond"}.
// The images are in the file that the first argument names: bytes, 64 × 64 RGB. The strengths are the peer's.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { data } from "deep-pessimist";

const ops = data.augmentations;
const always = { probability: 1 };
const black = { border: 0 };
const contestants = {
  flipHorizontal: ops.flipHorizontal(always),
  flipVertical: ops.flipVertical(always),
  quarterTurn: ops.quarterTurn(),
  shift: ops.shift({ x: 0.1, y: 0.1, ...black }),
  scale: ops.scale({ by: 1.2, ...black }),
  rotate: ops.rotate({ degrees: 15, ...black }),
  shear: ops.shear({ x: 10, ...black }),
  perspective: ops.perspective({ corners: 0.1, ...black }),
  cropAndResize: ops.cropAndResize({ area: 0.6, aspect: 4 / 3 }),
  padAndCrop: ops.padAndCrop({ pixels: 4, ...black }),
  cutout: ops.cutout({ side: [0.25, 0.25] }),
  brightness: ops.brightness({ by: 0.2 }),
  contrast: ops.contrast({ by: 0.2 }),
  gamma: ops.gamma({ exponent: 1.25 }),
  saturation: ops.saturation({ by: 0.2 }),
  hue: ops.hue({ degrees: 18 }),
  colourJitter: ops.colourJitter({ brightness: 0.2, contrast: 0.2, saturation: 0.2, hue: 18 }),
  shuffleChannels: ops.shuffleChannels(always),
  grayscale: ops.grayscale(always),
  solarize: ops.solarize({ by: 0.5 }),
  posterize: ops.posterize({ bits: [4, 8] }),
  equalize: ops.equalize(always),
  autocontrast: ops.autocontrast(always),
  invert: ops.invert(always),
  gaussianNoise: ops.gaussianNoise({ sigma: 0.05 }),
  saltAndPepper: ops.saltAndPepper({ share: 0.04 }),
  gaussianBlur: ops.gaussianBlur({ sigma: [0.5, 1] }),
  motionBlur: ops.motionBlur({ length: [3, 7] }),
  sharpen: ops.sharpen({ by: 1 }),
  pixelate: ops.pixelate({ block: [2, 2] }),
  elastic: ops.elastic(),
  fog: ops.fog(),
  rain: ops.rain(),
  snow: ops.snow(),
  shadow: ops.shadow(),
  sunFlare: ops.sunFlare(),
};

const bytes = readFileSync(process.argv[2]!);
const x = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
const shape = [x.length / (64 * 64 * 3), 64, 64, 3];
const indices = Array.from({ length: shape[0]! }, (_, i) => i);
const into = new Uint8Array(x.length); // as the peer's target
let epoch = 0;

console.log(JSON.stringify({ ready: `deep-pessimist on Node ${process.version}` }));
for await (const line of createInterface({ input: process.stdin })) {
  const { op, seconds } = JSON.parse(line) as { op: keyof typeof contestants; seconds: number };
  const augmented = data.augment([contestants[op]]);
  augmented({ x, shape }, { indices, epoch: epoch++, into }); // warm, as the peer
  const started = performance.now();
  let samples = 0;
  for (; performance.now() - started < seconds * 1000; samples += indices.length)
    augmented({ x, shape }, { indices, epoch: epoch++, into });
  console.log(JSON.stringify({ samplesPerSecond: samples / ((performance.now() - started) / 1000) }));
}
