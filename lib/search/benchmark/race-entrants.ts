import { asha } from "../pruners/asha.js";
import { hyperband } from "../pruners/hyperband.js";
import { auto } from "../samplers/auto.js";
import { cmaEs } from "../samplers/cma-es.js";
import { coarseToFine } from "../samplers/coarse-to-fine.js";
import { gaussianProcess } from "../samplers/gaussian-process.js";
import { grid } from "../samplers/grid.js";
import { random } from "../samplers/random.js";
import { sobol } from "../samplers/sobol.js";
import { tpe } from "../samplers/tpe.js";
import type { CreateStudyOptions } from "../studies/create-study.js";
import { oneAtATime } from "./one-at-a-time.js";
import { recordedEpochs as maxSteps } from "./recorded-levels.js";

/** How a method searches: made anew for each study. */
export type RaceEntrant = () => Pick<CreateStudyOptions, "sampler" | "pruner">;

/** All methods, the simplest first. */
export const raceEntrants: Readonly<Record<string, RaceEntrant>> = {
  "one at a time": () => ({ sampler: oneAtATime() }),
  grid: () => ({ sampler: grid({ values: smallGrid }) }),
  random: () => ({ sampler: random() }),
  Sobol: () => ({ sampler: sobol() }),
  "coarse-to-fine": () => ({ sampler: coarseToFine() }),
  TPE: () => ({ sampler: tpe() }),
  "CMA-ES": () => ({ sampler: cmaEs() }),
  GP: () => ({ sampler: gaussianProcess() }),
  auto: () => ({ sampler: auto() }),
  "random, Hyperband": () => ({ sampler: random(), pruner: hyperband({ maxSteps, reduction: 3 }) }),
  "random, ASHA": () => ({ sampler: random(), pruner: asha({ maxSteps, reduction: 3 }) }),
  "TPE, ASHA": () => ({ sampler: tpe(), pruner: asha({ maxSteps, reduction: 3 }) }),
  "auto, ASHA": () => ({ sampler: auto(), pruner: asha({ maxSteps, reduction: 3 }) }),
};

/** 60 points, as one would lay them out by hand: what seems to matter most, and the rest as usual. */
const smallGrid = {
  learningRate: [1e-4, 1e-3, 1e-2, 0.1, 1],
  optimizer: ["sgd", "adam"],
  momentum: [0, 0.9],
  units: [8, 32],
  activation: ["relu"],
  batchSize: [8, 32],
  weightDecay: [1e-3],
  logEvery: [1],
} as const;
