import {
  createStudy,
  float,
  int,
  type Pruner,
  type Sampler,
  type Store,
  type Study,
  space,
  type TrialRecord,
} from "../../../lib/search/index.js";

/** Draws near the best so far: whatever differs in the past shows in the next trial. */
const nearTheBest: Sampler = {
  name: "nearTheBest",
  suggest({ trials, random }) {
    const done = trials.filter(({ state }) => state === "complete");
    const centre = done.length === 0 ? 0.5 : Math.min(...done.map(({ value }) => value!)) % 1;
    const spread = trials.reduce((sum, { intermediate }) => sum + intermediate.length, 0) % 7;
    return { x: Math.abs(centre + (random() - 0.5) / (1 + spread)) % 1, width: 1 + Math.floor(random() * 8) };
  },
};

/** Stops a trial whose last report is above the average of all reports of that step. */
const belowAverage: Pruner = {
  name: "belowAverage",
  shouldPrune({ trial, trials }) {
    const { step, value } = trial.intermediate.at(-1)!;
    const others = trials.flatMap(({ intermediate }) =>
      intermediate.filter((report) => report.step === step),
    );
    const mean = others.reduce((sum, report) => sum + report.value, 0) / others.length;
    return step > 1 && value > 1.3 * mean;
  },
};

/** A study of which every trial follows from all earlier ones, with reports, pruning and checkpoints. */
export async function steadyStudy(
  storage: string | Store,
  parts: { sampler?: Sampler; pruner?: Pruner } = {},
): Promise<Study<{ x: number; width: number }>> {
  const { sampler = nearTheBest, pruner = belowAverage } = parts;
  return createStudy({
    ...{ name: "steady", seed: 11, storage, sampler, pruner },
    space: space({ x: float(0, 1), width: int(1, 8) }),
  });
}

/** Runs it until it holds so many trials, those of earlier processes included. */
export async function runSteadily(
  study: Awaited<ReturnType<typeof steadyStudy>>,
  trials: number,
): Promise<void> {
  await study.optimize(
    async (trial) => {
      const { x, width } = trial.parameters;
      let { epoch, loss } = (trial.resumeFrom as { epoch: number; loss: number } | undefined) ?? {
        epoch: 0,
        loss: x,
      };
      for (; epoch < 4; epoch++) {
        loss += ((trial.seed % 97) / 97 + width) / (epoch + 1);
        await trial.report(loss, epoch + 1);
        if (await trial.shouldPrune()) break;
        if (epoch % 2 === 1) await trial.checkpoint({ epoch: epoch + 1, loss });
      }
      return loss;
    },
    { trials },
  );
}

/** All of a trial but the clock, and how often it was begun. */
export function essence({ started, ended, attempt, ...rest }: TrialRecord): unknown {
  return rest;
}
