import {
  type EpochRecord,
  integerBelow,
  normal,
  normalQuantile,
  type PredictionLog,
  type RandomSource,
  randomSource,
} from "../../lib/core/index.js";
import type { RunPlan } from "./plan-run.js";

/** What a planted run leaves: prediction logs and a history, and which labels are wrong. */
export interface PlantedRun {
  readonly plan: RunPlan;
  readonly logs: readonly PredictionLog[];
  readonly history: { readonly epochs: readonly EpochRecord[] };
  /** By split and row, for a person who can see it. */
  readonly isMislabelled: readonly Uint8Array[];
}

const splits = ["train", "trainVal", "testVal", "test"] as const;

/** Draws the logs and the history of a plan. */
export function makeRun(plan: RunPlan): PlantedRun {
  const drawn = splits.map((_, split) => makeLog(plan, split));
  const logs = drawn.map(({ log }) => log);
  return {
    plan,
    logs: leaked(plan, logs).map((log) => (plan.rounded ? rounded(log) : log)),
    history: { epochs: epochsOf(plan) },
    isMislabelled: drawn.map(({ wrong }) => wrong),
  };
}

function makeLog(plan: RunPlan, split: number): { log: PredictionLog; wrong: Uint8Array } {
  const random = randomSource(plan.seed, "log", split);
  const { classes, priors, labelNoise, memorized } = plan;
  const samples = plan.samples[split]!;
  const width = classes.length;
  const labels = new Int32Array(samples);
  const wrong = new Uint8Array(samples);
  const probabilities = new Float32Array(samples * width);
  const tags = Object.fromEntries(plan.tags.map(({ name }) => [name, new Float32Array(samples)]));
  // A network is as sure as its training images made it: on them its probabilities are about right.
  const sureness = 2 * margin(Math.min(0.4, plan.errors[0]), plan) * plan.temperature;
  for (let row = 0; row < samples; row++) {
    const truth = pick(priors, random);
    let error = plan.errors[split]!;
    for (const tag of plan.tags) {
      const along = tag.with === undefined ? 0 : tags[tag.with]![row]! * 0.5;
      const on = random() < Math.max(along, split < 2 ? tag.before : tag.after);
      tags[tag.name]![row] = on ? 1 : 0;
      if (on) error += tag.adds;
    }
    if (plan.rareClass !== undefined)
      error = truth === plan.rareClass.index ? Math.max(error, plan.rareClass.error) : error * seldom(plan);
    wrong[row] = random() < labelNoise ? 1 : 0;
    labels[row] = wrong[row] ? otherThan(truth, width, random) : truth;
    const learntByHeart = split === 0 && random() < memorized;
    const target = learntByHeart ? labels[row]! : truth;
    const rival = rivalOf(target, plan, random);
    const m = margin(error, plan) + noise(plan, random);
    fill(probabilities.subarray(row * width, (row + 1) * width), target, rival, sureness * m, random);
  }
  const ids = Array.from(labels, (_, row) => `${splits[split]}/${row}`);
  return { log: { split: splits[split]!, ids, labels, probabilities, classes, tags }, wrong };
}

/** Margins are normal in one world and logistic in the other, of about the same spread. */
const logistic = (u: number): number => Math.log(u / (1 - u)) / 1.702;

/** Where margins lie that are negative so often. */
function margin(error: number, { world }: RunPlan): number {
  const rate = Math.min(0.95, Math.max(0.001, error));
  return world === "tuning" ? -normalQuantile(rate) : -logistic(rate);
}

function noise({ world }: RunPlan, random: RandomSource): number {
  return world === "tuning" ? normal(random) : logistic(Math.min(1 - 1e-9, Math.max(1e-9, random())));
}

/** A rare class is hardly ever said; what is mistaken is mistaken for a common one. */
function rivalOf(target: number, { priors, rareClass }: RunPlan, random: RandomSource): number {
  for (;;) {
    const rival = rareClass === undefined ? integerBelow(priors.length, random) : pick(priors, random);
    if (rival !== target) return rival;
  }
}

/** Of two classes, the common one is taken for the rare one as seldom as the rare one occurs. */
function seldom({ priors }: RunPlan): number {
  return priors.length === 2 ? Math.min(...priors) : 1;
}

function fill(row: Float32Array, target: number, rival: number, logit: number, random: RandomSource): void {
  const p = 1 / (1 + Math.exp(-logit));
  const rest = 0.3 * Math.min(p, 1 - p) * random();
  const each = row.length > 2 ? rest / (row.length - 2) : 0;
  for (let k = 0; k < row.length; k++) row[k] = each;
  const left = 1 - each * (row.length - 2);
  row[target] = p * left;
  row[rival] = (1 - p) * left;
}

function pick(priors: readonly number[], random: RandomSource): number {
  const u = random();
  let sum = 0;
  for (const [k, prior] of priors.entries()) {
    sum += prior;
    if (u < sum) return k;
  }
  return priors.length - 1;
}

function otherThan(k: number, classes: number, random: RandomSource): number {
  return (k + 1 + integerBelow(classes - 1, random)) % classes;
}

/** Copies rows of the training log over another; every run has two such rows by accident. */
function leaked(plan: RunPlan, logs: readonly PredictionLog[]): PredictionLog[] {
  const { into, share, sameIds } = plan.leak ?? { into: 1, share: 0, sameIds: false };
  return logs.map((log, split) => {
    if (split !== into) return log;
    const train = logs[0]!;
    const width = log.classes.length;
    const [ids, labels, probabilities] = [[...log.ids], log.labels.slice(), log.probabilities.slice()];
    const tags = Object.fromEntries(Object.entries(log.tags).map(([name, tag]) => [name, tag.slice()]));
    const rows = Math.max(2, Math.round(share * ids.length));
    for (let row = 0; row < Math.min(rows, train.ids.length); row++) {
      if (sameIds) ids[row] = train.ids[row]!;
      labels[row] = train.labels[row]!;
      for (const [name, tag] of Object.entries(tags)) tag[row] = train.tags[name]![row]!;
      probabilities.set(train.probabilities.subarray(row * width, (row + 1) * width), row * width);
    }
    return { ...log, ids, labels, probabilities, tags };
  });
}

/** Four decimals, as many a CSV file has them. */
function rounded(log: PredictionLog): PredictionLog {
  return { ...log, probabilities: log.probabilities.map((p) => Math.round(1e4 * p) / 1e4) };
}

function epochsOf(plan: RunPlan): EpochRecord[] {
  const random = randomSource(plan.seed, "history");
  const epochs = 12;
  const last = 0.02 + 2 * plan.errors[0];
  const decay = 0.15 + 0.6 * random();
  return Array.from({ length: epochs }, (_, i) => {
    const running = last * (1 + 8 * Math.exp(-decay * (i + 1))) * (1 + 0.03 * normal(random));
    const isLast = i === epochs - 1;
    const train = running * (isLast ? plan.lossFactor : Math.min(1, plan.lossFactor));
    const gap = 1 + (plan.errors[1]! - plan.errors[0]) * (5 + i);
    const of = (loss: number, error: number, samples: number) => ({
      mode: "evaluation" as const,
      samples,
      loss,
      error,
    });
    return {
      ...{ epoch: i + 1, runningLoss: running, seconds: 1, samplesPerSecond: 1000 },
      train: of(train, plan.errors[0], plan.samples[0]),
      trainVal: of(train * gap, plan.errors[1]!, plan.samples[1]),
    };
  });
}
