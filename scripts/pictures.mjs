// Makes the pictures of the README and of docs/, docs/images/*, from the library itself: node scripts/pictures.mjs, after a build.
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import * as tf from "@tensorflow/tfjs";
import { backend, core, data, decomposition, models, plots, training } from "deep-pessimist";

const folder = fileURLToPath(new URL("../docs/images/", import.meta.url));
await mkdir(folder, { recursive: true });

const imageSize = 96;
const street = { imageSize, seed: 4, figureHeight: /** @type {const} */ ([0.3, 0.62]) };
const [day, night] = [
  data.makeScenes(16, street),
  data.makeScenes(16, { ...street, conditions: { night: 1, reflections: 0.5 } }),
];
const indices = [0, 1, 2, 3, 4, 5, 6, 7];
const rows = [data.subset(day, indices), data.subset(night, indices)].map((dataset) =>
  dataset.batch(indices),
);
const both = data.datasetFromArrays({
  x: Uint8Array.from(rows.flatMap(({ x }) => [...x])),
  shape: [imageSize, imageSize, 3],
  labels: indices.concat(indices).map(() => 0),
  classes: ["street"],
});
const sheet = data.contactSheet(both, [...Array(16).keys()], { columns: 8 });
await writeFile(`${folder}scenes.png`, await data.imageToPng(sheet));

const { augmentations } = data;
const surely = { probability: 1 };
/** @param {number} value @returns {[number, number]} */
const always = (value) => [value, value];
// Every op at a strength that shows, in the order of docs/augmentation.md.
const ops = [
  augmentations.flipHorizontal(surely),
  augmentations.flipVertical(surely),
  augmentations.quarterTurn({ turns: [1] }),
  augmentations.shift({ x: always(0.25), y: always(-0.1) }),
  augmentations.scale({ by: always(1.6) }),
  augmentations.rotate({ degrees: always(25) }),
  augmentations.shear({ x: always(25) }),
  augmentations.affine({ degrees: always(-15), scale: always(0.75) }),
  augmentations.perspective({ corners: always(0.25) }),
  augmentations.elastic({ by: always(0.1) }),
  augmentations.cropAndResize({ area: always(0.4) }),
  augmentations.padAndCrop({ pixels: 16 }),
  augmentations.cutout({ side: always(0.4) }),
  augmentations.randomErasing({ area: always(0.2) }),
  augmentations.brightness({ by: always(0.5) }),
  augmentations.contrast({ by: always(0.7) }),
  augmentations.gamma({ exponent: always(2) }),
  augmentations.solarize({ by: always(0.6) }),
  augmentations.posterize({ bits: [2, 2] }),
  augmentations.equalize(surely),
  augmentations.autocontrast(surely),
  augmentations.invert(surely),
  augmentations.saturation({ by: always(0.9) }),
  augmentations.hue({ degrees: always(100) }),
  augmentations.colourJitter({ brightness: always(0.2), saturation: always(0.6), hue: always(-40) }),
  augmentations.grayscale(surely),
  augmentations.shuffleChannels(surely),
  augmentations.gaussianNoise({ sigma: always(0.12) }),
  augmentations.saltAndPepper({ share: always(0.06) }),
  augmentations.pixelate({ block: [5, 5] }),
  augmentations.gaussianBlur({ sigma: always(2) }),
  augmentations.motionBlur({ length: always(11), degrees: 0 }),
  augmentations.sharpen({ by: always(3) }),
  augmentations.fog({ density: always(0.6) }),
  augmentations.rain({ amount: always(1) }),
  augmentations.snow({ amount: always(1) }),
  augmentations.shadow({ darkness: always(0.7) }),
  augmentations.sunFlare({ brightness: always(1) }),
  augmentations.mixup({ alpha: 4 }),
  augmentations.cutmix({ alpha: 4 }),
];
const small = data.makeScenes(16, { ...street, imageSize: 64 });
const preview = data.previewAugmentations(small, 0, ops, { draws: 1 });
const augmented = plots.plotImageGrid(preview, {
  indices: [0, ...ops.map((_, i) => 2 * i + 1)],
  captions: ["as it was", ...ops.map(({ name }) => name)],
  columns: 7,
  title: "One street through every op",
});
await writeFile(`${folder}augmentation.svg`, await plots.figureToSvg(augmented));

// Each condition at severities 0 to 5, of the same scene; two conditions in a row.
const pictured = data.conditionNames.filter((name) => name !== "imbalance");
const steps = pictured.flatMap((name) =>
  [0, 1, 2, 3, 4, 5].map((severity) =>
    data.makeScenes(8, {
      ...{ imageSize: 64, seed: 3, personRate: 0.7, figureHeight: [0.35, 0.7], spread: 0.6 },
      conditions: { [name]: { severity } },
    }),
  ),
);
const severities = data.datasetFromArrays({
  x: Uint8Array.from(steps.flatMap((scenes) => [...scenes.batch([4]).x])),
  shape: [64, 64, 3],
  labels: steps.map(() => 0),
  classes: ["street"],
});
const conditions = data.contactSheet(severities, [...steps.keys()], { columns: 12 });
await writeFile(`${folder}conditions.png`, await data.imageToPng(conditions));

await backend.start({ quiet: true });
const { train, trainVal, testVal, test } = data.simplifiedScenes();
const model = models.leNet({ inputShape: [32, 32, 3], classes: 2 });
const history = await training.fit(model, train, { epochs: 10, trainVal, testVal });
const logs = await Promise.all(
  Object.entries({ train, trainVal, testVal, test }).map(([split, dataset]) =>
    training.predictions(model, dataset, { split }),
  ),
);
const ladder = decomposition.ladderFromLogs(logs, {
  irreducible: data.bayesError(test),
  trainSize: train.size,
});
const parts = decomposition.decomposeError(ladder);

const noise = core.randomSource(0, "noise");
/** @param {number[]} shape */
const standardNormal = (shape) =>
  tf.tensor(
    Float32Array.from({ length: tf.util.sizeFromShape(shape) }, () => core.normal(noise)),
    shape,
  );
/** @param {"he" | "glorot" | number} initialization */
const variancesFrom = (initialization) =>
  models.activationVariance(
    models.plainNetwork({ inputShape: [256], classes: 10, depth: 101, initialization }),
    standardNormal([64, 256]),
  );
const variances = {
  "ResNet-101": await models.activationVariance(
    models.resNet({ depth: 101, classes: 10, width: 0.125 }),
    standardNormal([16, 32, 32, 3]),
  ),
  "He, ReLU": await variancesFrom("he"),
  "Glorot, ReLU": await variancesFrom("glorot"),
  "N(0, 0.2²), ReLU": await variancesFrom(0.2),
};
const figures = {
  "activation-variance": plots.plotActivationVariance(variances),
  "learning-curve": plots.plotLearningCurve(history),
  "error-decomposition": plots.plotErrorDecomposition(parts),
};
for (const [name, figure] of Object.entries(figures)) {
  await writeFile(`${folder}${name}.svg`, await plots.figureToSvg(figure));
  console.log(`docs/images/${name}.svg: ${figure.reading}`);
}
