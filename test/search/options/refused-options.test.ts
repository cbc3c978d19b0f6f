import { UsageError } from "deep-pessimist/core";
import {
  adviseSearch,
  coarseToFine,
  comparePaired,
  createStudy,
  expectedGain,
  float,
  localSensitivity,
  noiseReport,
  raceMethods,
  random,
  recordedBenchmark,
  searchRounds,
  sensitivity,
  space,
  suggestRepeat,
} from "deep-pessimist/search";
import { expect, test } from "vitest";

/** What plain JavaScript may pass, or a notebook's cell that is not checked. */
const anything = (value: unknown): never => value as never;

const study = await createStudy({ name: "s", space: space({ x: float(0, 1) }), sampler: random() });
await study.optimize(({ parameters: { x } }) => x, { trials: 10 });

const minutesPerTrial = 1;
const { evaluate, best } = recordedBenchmark();

test.each<[string, () => unknown]>([
  ["sensitivity got resamples: 0.", () => sensitivity(study, { resamples: 0 })],
  ["sensitivity got confidence: 95.", () => sensitivity(study, { confidence: 95 })],
  ['sensitivity got seed: "a".', () => sensitivity(study, { seed: anything("a") })],
  ["localSensitivity got confidence: 95.", () => localSensitivity(study, { confidence: 95 })],
  ["localSensitivity got reach: 0.", () => localSensitivity(study, { reach: 0 })],
  ["localSensitivity got reach: 1.5.", () => localSensitivity(study, { reach: 1.5 })],
  ["expectedGain got confidence: 95.", () => expectedGain(study, { confidence: 95 })],
  ["expectedGain got trials: 0.", () => expectedGain(study, { trials: 0 })],
  ["noiseReport got confidence: 2.", () => noiseReport(study, { confidence: 2 })],
  ["suggestRepeat got contenders: -1.", () => suggestRepeat(study, { contenders: -1 })],
  ["suggestRepeat got mostRepeats: NaN.", () => suggestRepeat(study, { mostRepeats: Number.NaN })],
  ["suggestRepeat got confidence: 95.", () => suggestRepeat(study, { confidence: 95 })],
  ['comparePaired got direction: "max".', () => comparePaired([1], [2], { direction: anything("max") })],
  ["comparePaired got confidence: 1.", () => comparePaired([1], [2], { confidence: 1 })],
  ["comparePaired got [ NaN, 1 ] and [ 1, 2 ].", () => comparePaired([Number.NaN, 1], [1, 2])],
  ["searchRounds got trialsPerRound: 0.", () => searchRounds(study, { trialsPerRound: 0 })],
  ['searchRounds got keep: "x".', () => searchRounds(study, { keep: anything("x") })],
  ["adviseSearch got workers: 1.5.", () => adviseSearch(study.space!, { minutesPerTrial, workers: 1.5 })],
  [
    "adviseSearch got minutes: NaN.",
    () => adviseSearch(study.space!, { minutesPerTrial, minutes: Number.NaN }),
  ],
  ["adviseSearch got minutesPerTrial: undefined.", () => adviseSearch(study.space!, anything({}))],
  ["raceMethods got methods: {}.", () => raceMethods({ methods: {} })],
  ["raceMethods got seeds: 2.5.", () => raceMethods({ seeds: 2.5 })],
  ["evaluate got seed: -1.", () => evaluate(best.configuration, { seed: -1 })],
])("%s", async (got, call) => {
  const error = await Promise.resolve()
    .then(call)
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UsageError);
  expect((error as UsageError).got).toBe(got);
});

test("a hyperparameter to keep that the space does not have is named at the first trial, with the one that was meant", async () => {
  const misspelt = await createStudy({
    ...{ name: "s", space: space({ batchSize: float(0, 1) }) },
    sampler: coarseToFine({ keep: ["batchsize"] }),
  });
  await expect(misspelt.optimize(() => 0, { trials: 40 })).rejects.toThrow('write "batchSize" instead');
  expect(misspelt.trials.map(({ state }) => state)).toEqual(["waiting"]);
});
