import { core, data, models } from "deep-pessimist";
import { inMemory } from "./in-memory.js";
import type { KnownResult } from "./known-result.js";

const inputShape = [32, 32, 3];
const width = 0.25;
const [trained, tested] = [20_000, 20_000];

/** Which streets: one place to change. */
const streets = (samples: number, seed: number): core.Dataset =>
  data.fullScenes({ samples, imageSize: inputShape[0]!, seed });

/** ResNet-18 at a quarter of its width on streets: is there a person? */
export const resNetOnScenes: KnownResult = {
  name: "ResNet-18 at width ¼, full scenes",
  problem: `Is there a person in this street? ${trained.toLocaleString("en")} full scenes of ${inputShape[0]} × ${inputShape[1]} pixels train, ${tested.toLocaleString("en")} test`,
  recipe: { epochs: 5, batchSize: 64, learningRate: 0.003 },
  peer: { name: "ResNet18", inputShape, classes: 2, width },
  model: (seed) => models.resNet({ depth: 18, width, inputShape, classes: 2, seed }),
  data(share) {
    const train = streets(Math.round(trained * share), 1);
    return { train: inMemory([train]), test: data.keepInMemory(streets(Math.round(tested * share), 2)) };
  },
  known: (test) => ({ words: `Bayes error ${core.formatPercent(data.bayesError(test))} %` }),
};
