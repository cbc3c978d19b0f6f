import { assertOptions, type OptionRule } from "../options/assert-options.js";
import { isWhole } from "../options/option-rules.js";
import type { Space } from "../space/space.js";
import type { Trial } from "../trials/trial.js";
import type { RecordedConfiguration, TrainedConfiguration } from "./recorded-configuration.js";
import { recordedCurves } from "./recorded-curves.js";
import { recordedEpochs, recordedSeeds } from "./recorded-levels.js";
import { recordedNodes } from "./recorded-nodes.js";
import { recordedSpace } from "./recorded-space.js";
import { type RecordedTraining, recordedTraining } from "./recorded-training.js";

/** Which training is looked up. */
export interface EvaluateOptions {
  /** A whole number, taken modulo 5; defaults to the mean of all five seeds. */
  readonly seed?: number;
  /** How many epochs, 1 … 30; defaults to 30. */
  readonly epochs?: number;
}

/** The best configuration of a recording. */
export interface RecordedBest {
  readonly configuration: TrainedConfiguration;
  /** The mean error of its five seeds. */
  readonly error: number;
  /** Of the same five networks on the test images. */
  readonly testError: number;
}

/** Thousands of trainings that are looked up, not done. */
export interface RecordedBenchmark {
  /** Eight hyperparameters, one of which exists with sgd alone and one of which does nothing. */
  readonly space: Space<RecordedConfiguration>;
  readonly configurations: readonly TrainedConfiguration[];
  readonly seeds: number;
  readonly epochs: number;
  /** How a training went; between recorded configurations, as their neighbours'. */
  evaluate(configuration: RecordedConfiguration, options?: EvaluateOptions): RecordedTraining;
  /** What a study optimizes: the error after 30 epochs, to be minimised; it reports each epoch, and stops where a pruner says so. */
  readonly objective: (trial: Trial<RecordedConfiguration>) => Promise<number | undefined>;
  readonly best: RecordedBest;
  /** The standard deviation from seed to seed of the error, over the best tenth of the configurations. */
  readonly noise: number;
}

const evaluateRules: Readonly<Record<keyof EvaluateOptions, OptionRule>> = {
  seed: {
    allows: (value) => isWhole(value, 0),
    expected: "a whole number from 0.",
    fix: "write seed: 3, or leave it out for the mean of all five.",
  },
  epochs: {
    allows: (value) => isWhole(value, 1, recordedEpochs),
    expected: `a whole number in 1 … ${recordedEpochs}.`,
    fix: `write epochs: ${recordedEpochs}, or leave it out.`,
  },
};

let known: RecordedBenchmark | undefined;

/**
 * A search problem of real trainings that takes no training: 2,160 configurations of a small network on handwritten digits, each
 * with 5 seeds and the error after each of 30 epochs, recorded once. It is the same bits everywhere, so methods can be
 * compared in seconds.
 *
 * Every combination of a few values of each hyperparameter was trained. Where a sampler proposes something between them, the
 * mean over seeds is interpolated along each range and the noise is that of the nearest recorded configuration.
 *
 * @see A. Klein and F. Hutter, "Tabular Benchmarks for Joint Architecture and Hyperparameter Optimization" (2019), for tables
 *   of all combinations
 * @example
 * const { space, configurations, evaluate } = recordedBenchmark();
 * configurations.length; // 2160
 * evaluate(configurations[0], { seed: 3 }).errors.length; // 30
 */
export function recordedBenchmark(): RecordedBenchmark {
  known ??= openBenchmark();
  return known;
}

function openBenchmark(): RecordedBenchmark {
  const evaluate = (
    configuration: RecordedConfiguration,
    options: EvaluateOptions = {},
  ): RecordedTraining => {
    assertOptions("evaluate", options, evaluateRules);
    const { seed, epochs = recordedEpochs } = options;
    return recordedTraining(configuration, seed, epochs);
  };
  return {
    space: recordedSpace() as Space<RecordedConfiguration>,
    configurations: recordedNodes(),
    seeds: recordedSeeds,
    epochs: recordedEpochs,
    evaluate,
    objective: async (trial) => {
      const { errors, error } = evaluate(trial.parameters, { seed: trial.seed });
      for (let epoch = Number(trial.resumeFrom ?? 0) + 1; epoch <= recordedEpochs; epoch++) {
        await trial.report(errors[epoch - 1]!, epoch);
        await trial.checkpoint(epoch);
        if (await trial.shouldPrune()) return undefined;
      }
      return error;
    },
    ...bestAndNoise(),
  };
}

function bestAndNoise(): Pick<RecordedBenchmark, "best" | "noise"> {
  const { single, mean } = recordedCurves();
  const nodes = recordedNodes();
  const [last, seeds] = [recordedEpochs - 1, Array.from({ length: recordedSeeds }, (_, seed) => seed)];
  const endOf = (node: number) => mean.errors[node * recordedEpochs + last]!;
  const byEnd = [...nodes.keys()].sort((a, b) => endOf(a) - endOf(b) || a - b);
  const varianceOf = (node: number) => {
    const ends = seeds.map((seed) => single.errors[(node * recordedSeeds + seed) * recordedEpochs + last]!);
    return ends.reduce((sum, end) => sum + (end - endOf(node)) ** 2, 0) / (recordedSeeds - 1);
  };
  const good = byEnd.slice(0, nodes.length / 10);
  const noise = Math.sqrt(good.reduce((sum, node) => sum + varianceOf(node), 0) / good.length);
  const configuration = nodes[byEnd[0]!]!;
  const testError = mean.testErrors[byEnd[0]!]!;
  return { best: { configuration, error: endOf(byEnd[0]!), testError }, noise };
}
