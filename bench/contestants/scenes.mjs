// Measures one thing and prints it as JSON. Usage: node scenes.mjs draw|stream IMAGE_SIZE, after a build.
import * as data from "deep-pessimist/data";

const imageSize = Number(process.argv[3]);
const images = Number(process.env.IMAGES ?? 250_000);
const measured = process.argv[2] === "draw" ? draw() : await stream();
console.log(JSON.stringify(measured));

function draw() {
  const plain = data.makeScenes(images, { imageSize });
  return {
    plain: imagesPerSecond(plain),
    full: imagesPerSecond(data.fullScenes({ samples: images, imageSize })),
  };
}

/**
 * The fastest of twelve heats on the same images, by processor time: what else runs on the machine is left out.
 *
 * @param {ReturnType<typeof data.makeScenes>} dataset
 */
function imagesPerSecond(dataset) {
  const batch = 64;
  const images = imageSize > 32 ? 1024 : 4096;
  const heat = () => {
    const start = process.cpuUsage();
    for (let first = 0; first < images; first += batch)
      dataset.batch(Array.from({ length: batch }, (_, i) => first + i));
    const { user, system } = process.cpuUsage(start);
    return (images * 1e6) / (user + system);
  };
  heat();
  return Math.max(...Array.from({ length: 12 }, heat));
}

async function stream() {
  const start = performance.now();
  const scenes = data.quarterMillionScenes({ samples: images, imageSize });
  let firstBatch = 0;
  for await (const { step } of data.streamBatches(scenes, { batchSize: 256, workers: 2 }))
    if (step === 0) firstBatch = (performance.now() - start) / 1000;
  const seconds = (performance.now() - start) / 1000;
  return { images, firstBatch, seconds, residentBytes: process.resourceUsage().maxRSS * 1024 };
}
