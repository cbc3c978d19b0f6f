// Makes the README's pictures, docs/images/*, from the library itself: node scripts/pictures.mjs, after a build.
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { backend, data, decomposition, models, plots, training } from "deep-pessimist";

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
const figures = {
  "learning-curve": plots.plotLearningCurve(history),
  "error-decomposition": plots.plotErrorDecomposition(parts),
};
for (const [name, figure] of Object.entries(figures)) {
  await writeFile(`${folder}${name}.svg`, await plots.figureToSvg(figure));
  console.log(`docs/images/${name}.svg: ${figure.reading}`);
}
