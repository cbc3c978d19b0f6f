import { data, models } from "deep-pessimist";
import { inMemory } from "./in-memory.js";
import type { KnownResult } from "./known-result.js";

const inputShape = [28, 28, 1];
const [trained, tested] = [8000, 2000];

/** So many views of each training digit, moved by up to two pixels; the same bytes for both sides. */
const views = 10;

/** LeNet on the handwritten digits, 8,000 of them for training. */
export const leNetOnDigits: KnownResult = {
  name: "LeNet, handwritten digits",
  problem: `${trained.toLocaleString("en")} of the 10,000 digits train, each in ${views} places up to two pixels apart; the other ${tested.toLocaleString("en")} test`,
  recipe: { epochs: 2, batchSize: 128, learningRate: 0.006 },
  peer: { name: "LeNet", inputShape, classes: 10 },
  model: (seed) => models.leNet({ inputShape, classes: 10, seed }),
  data(share) {
    const digits = data.digits();
    const part = (from: number, size: number) =>
      data.subset(
        digits,
        Uint32Array.from({ length: Math.round(size * share) }, (_, i) => from + i),
      );
    const train = part(0, trained);
    const moved = [data.augmentations.padAndCrop({ pixels: 2 })];
    const epochs = Array.from({ length: views }, (_, epoch) => data.augmentDataset(train, moved, { epoch }));
    return { train: inMemory(epochs), test: part(trained, tested) };
  },
  known: () => ({ words: "at most 2.0 %", atMost: 0.02 }),
};
