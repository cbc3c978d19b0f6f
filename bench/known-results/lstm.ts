import { core, data, models } from "deep-pessimist";
import { inMemory } from "./in-memory.js";
import type { KnownResult } from "./known-result.js";

const length = [5, 20] as const;
const inputShape = [length[1], 4];
const [trained, tested] = [12_000, 10_000];
const units = 32;

/** One layer of LSTM on trajectories, whose least possible error is known. */
export const lstmOnTrajectories: KnownResult = {
  name: "LSTM, trajectories",
  problem: `Will this person cross? ${trained.toLocaleString("en")} sequences of ${length.join(" to ")} steps train, ${tested.toLocaleString("en")} test; ${units} units`,
  recipe: { epochs: 10, batchSize: 128, learningRate: 0.01 },
  peer: { name: "LSTM", inputShape, classes: 2, units },
  model: (seed) => models.lstm({ inputShape, units, classes: 2, seed }),
  data(share) {
    const people = (samples: number, seed: number) =>
      data.makeTrajectories(Math.round(samples * share), { length, ambiguity: 0.1, seed });
    return { train: inMemory([people(trained, 1)]), test: data.keepInMemory(people(tested, 2)) };
  },
  known: (test) => ({ words: `Bayes error ${core.formatPercent(data.bayesError(test))} %` }),
};
