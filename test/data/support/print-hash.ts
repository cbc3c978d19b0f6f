// Prints a hash of data that are made, to be compared between versions of Node.
import { createHash } from "node:crypto";
import {
  addLabelNoise,
  augmentations,
  augmentDataset,
  makeTrajectories,
  namedScenes,
} from "../../../lib/data/index.js";

const hash = createHash("sha256");
const rows = Uint32Array.from({ length: 12 }, (_, i) => i);
const { full } = namedScenes("full", { samples: 200 });
const { rotate, hue, gaussianNoise, gaussianBlur } = augmentations;
const changed = augmentDataset(full!, [rotate(), hue(), gaussianNoise(), gaussianBlur()]);
for (const { x } of [full!, changed, makeTrajectories(50)].map((data) => data.batch(rows)))
  hash.update(new Uint8Array(x.buffer, x.byteOffset, x.byteLength));
hash.update(Uint8Array.from(addLabelNoise(full!, { rate: 0.2 }).labels));
console.log(hash.digest("hex"));
