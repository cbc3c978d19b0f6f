// Writes a data set to argv[2], says "chunk" after each chunk, and "done". To be killed.
import { writeSync } from "node:fs";
import { writeDataSet } from "../../../../lib/data/disk/index.js";
import { makeScenes } from "../../../../lib/data/index.js";

const [, , folder, format] = process.argv;
const train = makeScenes(400, { imageSize: 16, conditions: { night: 0.5 } });
await writeDataSet(
  folder!,
  { train },
  {
    format: format as "npy" | "png",
    chunkBytes: 16_000,
    onProgress: () => writeSync(1, "chunk\n"),
  },
);
writeSync(1, "done\n");
