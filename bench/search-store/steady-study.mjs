import { setTimeout } from "node:timers/promises";
import * as search from "deep-pessimist/search";
import { everyPart } from "../../test/search/durability/every-part.mjs";

export const trials = 20;

/**
 * Runs a study of which every trial follows from all earlier ones, with reports, pruning and checkpoints.
 *
 * @param {string} storage
 * @param {string} name - of the sampler or pruner
 * @param {number} seed
 * @param {number} [pause] - milliseconds that an epoch takes
 */
export async function runSteadily(storage, name, seed, pause = 0) {
  const study = await openSteadily(storage, name, seed);
  await study.optimize(
    async (trial) => {
      const { x, width } = trial.parameters;
      const kept = /** @type {{ epoch: number, loss: number } | undefined} */ (trial.resumeFrom);
      let { epoch, loss } = kept ?? { epoch: 0, loss: x };
      for (; epoch < 4; epoch++) {
        if (pause > 0) await setTimeout(pause);
        loss += ((trial.seed % 97) / 97 + width) / (epoch + 1);
        await trial.report(loss, epoch + 1);
        if (await trial.shouldPrune()) break;
        if (epoch % 2 === 1) await trial.checkpoint({ epoch: epoch + 1, loss });
      }
      return loss;
    },
    { trials },
  );
  return study;
}

/** @param {string} storage @param {string} name @param {number} seed */
export async function openSteadily(storage, name, seed) {
  const space = search.space({ x: search.float(0, 1), width: search.int(1, 8) });
  return search.createStudy({ name: "steady", seed, storage, space, ...everyPart[name]?.() });
}
