import { type CreateStudyOptions, createStudy } from "../studies/create-study.js";
import type { Trial } from "../trials/trial.js";
import { recordedBenchmark } from "./recorded-benchmark.js";
import type { RecordedConfiguration } from "./recorded-configuration.js";

/** The error of a network that answers at random: what is handed over before anything was trained to the end. */
const chance = 0.9;

/** How far what one search would hand over is from the best, after so many epochs were spent. */
export async function raceRegrets(
  entrant: Pick<CreateStudyOptions, "sampler" | "pruner">,
  seed: number,
  epochs: readonly number[],
): Promise<number[]> {
  const { space, objective, evaluate, best, epochs: whole } = recordedBenchmark();
  const study = await createStudy({ name: "race", space, seed, ...entrant });
  const [budget, stop] = [epochs.at(-1)!, new AbortController()];
  const found = [{ spent: 0, seen: Number.POSITIVE_INFINITY, regret: chance - best.error }];
  let spent = 0;
  const train = async (trial: Trial<RecordedConfiguration>): Promise<number | undefined> => {
    const before = Number(trial.resumeFrom ?? 0);
    const error = await objective(trial);
    const last = error === undefined ? study.trials[trial.number]!.intermediate.at(-1)!.step : whole;
    spent += last - before;
    if (spent >= budget) stop.abort();
    if (error !== undefined && error < found.at(-1)!.seen)
      found.push({ spent, seen: error, regret: evaluate(trial.parameters).error - best.error });
    return error;
  };
  await study.optimize(train, { trials: budget, signal: stop.signal });
  return epochs.map((at) => found.findLast(({ spent }) => spent <= at)!.regret);
}
