import { core, search } from "deep-pessimist";
import { median } from "../race.js";
import { table } from "../table.js";

const maxSteps = 81;
const randomTrials = 100;

const trained = search.space({
  learningRate: search.float(1e-5, 1, { log: true }),
  width: search.int(8, 512, { log: true }),
  dropout: search.float(0, 0.8),
});

type Trained = { readonly learningRate: number; readonly width: number; readonly dropout: number };

/** The loss after so many epochs: high learning rates fall faster and end higher, so that curves cross; noise of 0.005. */
function loss(parameters: Trained, epoch: number, seed: number): number {
  const rate = Math.log10(parameters.learningRate / 3e-3);
  const power = 1.2 * 10 ** (0.1 * Math.min(1, rate));
  const noise = 0.005 * core.normal(core.randomSource(seed, "epoch", epoch));
  return endOf(parameters) + 2.2 * (1 + epoch) ** -power + noise;
}

/** What the loss falls to. */
function endOf({ learningRate, width, dropout }: Trained): number {
  const rate = Math.log10(learningRate / 3e-3);
  return 0.1 + 0.08 * rate ** 2 + 0.02 * Math.log2(width / 128) ** 2 + 0.3 * (dropout - 0.3) ** 2;
}

interface Result {
  /** Epochs until a trial that was trained to the end was as good as the best of random search. */
  readonly epochs: number;
  /** Whether a configuration was stopped for good that would have ended better than the winner by 0.01. */
  readonly lostBest: boolean;
}

async function race(
  options: Partial<search.CreateStudyOptions>,
  seed: number,
  goal: number,
): Promise<Result> {
  const study = await search.createStudy({
    ...(options as search.CreateStudyOptions<Trained>),
    name: "pruning",
    space: trained as unknown as search.Space<Trained>,
    seed,
  });
  let epochs = 0;
  let reached = Number.POSITIVE_INFINITY;
  await study.optimize(
    async (trial) => {
      let last = Number.NaN;
      for (let epoch = Number(trial.resumeFrom ?? 0) + 1; epoch <= maxSteps; epoch++) {
        epochs++;
        last = loss(trial.parameters, epoch, trial.seed);
        await trial.report(last, epoch);
        await trial.checkpoint(epoch);
        if (await trial.shouldPrune()) return;
      }
      if (last <= goal) reached = Math.min(reached, epochs);
      return last;
    },
    { trials: 400 },
  );
  const tried = study.trials as readonly search.TrialRecord<Trained>[];
  const ends = tried.map(({ parameters }) => endOf(parameters));
  const winner = study.best === undefined ? Number.POSITIVE_INFINITY : endOf(study.best.parameters);
  return { epochs: reached, lostBest: Math.min(...ends) < winner - 0.01 };
}

/** How many epochs pruners need for what random search finds in 100 whole trainings. */
export async function comparePruners(seeds: readonly number[]): Promise<string> {
  const { hyperband, asha, median: medianRule, random, tpe } = search;
  const entrants: Record<string, () => Partial<search.CreateStudyOptions>> = {
    "Hyperband, random": () => ({ sampler: random(), pruner: hyperband({ maxSteps, reduction: 3 }) }),
    "Hyperband, TPE": () => ({ sampler: tpe(), pruner: hyperband({ maxSteps, reduction: 3 }) }),
    "ASHA, random": () => ({ sampler: random(), pruner: asha({ maxSteps, reduction: 3 }) }),
    "ASHA, TPE": () => ({ sampler: tpe(), pruner: asha({ maxSteps, reduction: 3 }) }),
    "median rule, TPE": () => ({ sampler: tpe(), pruner: medianRule() }),
  };
  const goals = await Promise.all(seeds.map(bestOfRandom));
  const whole = randomTrials * maxSteps;
  const rows: string[][] = [];
  for (const [name, make] of Object.entries(entrants)) {
    const results: Result[] = [];
    for (const [i, seed] of seeds.entries()) results.push(await race(make(), seed, goals[i]!));
    const epochs = median(results.map((result) => result.epochs));
    const lost = results.filter(({ lostBest }) => lostBest).length / results.length;
    const wanted = name.startsWith("Hyperband") ? "≤ 0.125" : name === "ASHA, TPE" ? "≤ 0.1" : "";
    rows.push([name, String(epochs), (epochs / whole).toFixed(3), wanted, `${Math.round(100 * lost)} %`]);
  }
  const header = [
    "pruner, sampler",
    "epochs",
    "of random search's",
    "wanted",
    "a better one stopped (≤ 5 %)",
  ];
  return [
    `Epochs until a whole training is as good as the best of ${randomTrials} random ones (${whole} epochs), median of ${seeds.length} seeds, on curves that cross.`,
    "",
    table(header, rows),
    "",
    `Random configurations are as likely as not to be as good as the best of ${randomTrials} where they are ${randomTrials}. However well it stops, Hyperband's brackets have been through`,
    `${bracketsThrough()}.`,
  ].join("\n");
}

/** How many configurations Hyperband has been through after each bracket of its first round, and which share of the epochs it took. */
function bracketsThrough(): string {
  let [begun, epochs] = [0, 0];
  return search
    .brackets({ maxSteps, reduction: 3 })
    .map(({ size, rungs }) => {
      begun += size;
      let [entrants, from] = [size, 0];
      for (const step of [...rungs, maxSteps]) {
        epochs += entrants * (step - from);
        [entrants, from] = [Math.max(1, Math.floor(entrants / 3)), step];
      }
      return `${begun} after ${(epochs / (randomTrials * maxSteps)).toFixed(3)}`;
    })
    .join(", ");
}

async function bestOfRandom(seed: number): Promise<number> {
  const sampler = search.random();
  const study = await search.createStudy({ name: "random", space: trained, sampler, seed: seed + 1000 });
  const end = ({ parameters, seed }: search.Trial<Trained>) => loss(parameters, maxSteps, seed);
  return (await study.optimize(end, { trials: randomTrials }))!.value!;
}
