import {
  asha,
  brackets,
  createStudy,
  float,
  hyperband,
  median,
  memoryStore,
  type Pruner,
  random,
  space,
  successiveHalving,
  type Trial,
  type TrialRecord,
} from "deep-pessimist/search";
import { describe, expect, test } from "vitest";
import { rungsOf } from "../../../lib/search/pruners/rungs/rungs.js";

const quality = space({ quality: float(0, 1) });

/** Curves that never cross: after `step` epochs the loss is the quality and 1/step. */
async function train(trial: Trial<{ quality: number }>, maxSteps: number, onStep: () => void) {
  const done = (trial.resumeFrom as number | undefined) ?? 0;
  let loss = Number.NaN;
  for (let step = done + 1; step <= maxSteps; step++) {
    onStep();
    loss = trial.parameters.quality + 1 / step;
    await trial.report(loss, step);
    await trial.checkpoint(step);
    if (await trial.shouldPrune()) return;
  }
  return loss;
}

async function run(pruner: Pruner | undefined, { trials, maxSteps, workers = 1, seed = 0 }: Run) {
  const study = await createStudy({
    name: "curves",
    space: quality,
    seed,
    sampler: random(),
    ...(pruner && { pruner }),
  });
  let steps = 0;
  await study.optimize((trial) => train(trial, maxSteps, () => steps++), { trials, workers });
  return { study, steps };
}

interface Run {
  trials: number;
  maxSteps: number;
  workers?: number;
  seed?: number;
}

const last = ({ intermediate }: TrialRecord<unknown>) => intermediate.at(-1)!.step;

test("the median rule stops what is worse than the median of the complete trials at that step", async () => {
  const study = await createStudy({ name: "median", pruner: median({ startTrials: 3, warmUpSteps: 2 }) });
  const curves = [
    [9, 5, 1],
    [9, 6, 2],
    [9, 7, 3],
    [10, 7, 0], // no better than the median of 5, 6, 7 at step 2
    [0, 9, 9], // its best so far counts
    [Number.NaN, 1, 1],
  ];
  await study.optimize(
    async (trial) => {
      for (const [i, loss] of curves[trial.number]!.entries()) {
        await trial.report(loss, i + 1);
        if (await trial.shouldPrune()) return;
      }
      return curves[trial.number]!.at(-1);
    },
    { trials: curves.length },
  );
  expect(study.trials.map((trial) => [trial.state, last(trial)])).toEqual([
    ["complete", 3],
    ["complete", 3],
    ["complete", 3],
    ["pruned", 2],
    ["complete", 3],
    ["pruned", 1],
  ]);
  expect(study.trials[3]!.value).toBe(7);
  expect(study.trials[5]).not.toHaveProperty("value");
});

/** How far each configuration came, in the order in which they began. */
function furthest(trials: readonly TrialRecord<unknown>[]): number[] {
  const continued = new Set(trials.map(({ continues }) => continues));
  const firstOf = (trial: TrialRecord<unknown>): number =>
    trial.continues === undefined ? trial.number : firstOf(trials[trial.continues]!);
  const latest = trials.filter(({ number }) => !continued.has(number));
  return latest.sort((a, b) => firstOf(a) - firstOf(b)).map(last);
}

const countOf = (values: number[], wanted: number) => values.filter((value) => value === wanted).length;

test("successive halving trains 27, 9, 3 and 1 configurations for 1, 3, 9 and 27 steps, each step once", async () => {
  const { study, steps } = await run(successiveHalving({ maxSteps: 27, reduction: 3 }), {
    trials: 40,
    maxSteps: 27,
  });
  const reached = furthest(study.trials);
  expect([1, 3, 9, 27].map((step) => countOf(reached.slice(0, 27), step))).toEqual([27 - 9, 9 - 3, 3 - 1, 1]);
  expect(steps).toBe(reached.reduce((a, b) => a + b));
  const best = Math.min(...study.trials.slice(0, 27).map(({ parameters }) => parameters.quality));
  expect(study.best!.parameters.quality).toBe(best);
  const winner = study.best!;
  expect(winner.intermediate.map(({ step }) => step)).toEqual([...Array(27).keys()].map((i) => i + 1));
  const before = study.trials[winner.continues!]!;
  expect([before.state, before.parameters, before.seed]).toEqual(["pruned", winner.parameters, winner.seed]);
});

test("of a cohort, places that are left go to slow beginners once six of it have shown that they end lower", async () => {
  const study = await createStudy({
    name: "crossing",
    space: space({ speed: float(0, 1) }),
    sampler: random(),
    pruner: successiveHalving({ maxSteps: 27, reduction: 3 }),
  });
  for (let i = 0; i < 27; i++) study.enqueue({ speed: i / 26 });
  const objective = async (trial: Trial<{ speed: number }>) => {
    const { speed } = trial.parameters;
    for (let step = Number(trial.resumeFrom ?? 0) + 1; step <= 27; step++) {
      await trial.report(step === 1 ? 2 - speed : 0.5 + speed, step);
      await trial.checkpoint(step);
      if (await trial.shouldPrune()) return;
    }
    return 0.5 + speed;
  };
  await study.optimize(objective, { trials: 40 });
  const gone = new Set(
    study.trials.filter((trial) => last(trial) > 1).map(({ parameters: { speed } }) => speed),
  );
  expect(gone.size).toBe(9);
  expect([...gone].filter((speed) => speed >= 18 / 26)).toHaveLength(6);
  expect(study.best!.parameters.speed).toBeLessThan(0.1);
});

test("ASHA lets the best of four go on, and those that come to be among them later", async () => {
  const { study, steps } = await run(asha({ maxSteps: 64 }), { trials: 128, maxSteps: 64, workers: 4 });
  const first = study.trials.filter(({ continues }) => continues === undefined);
  const rank = first.map(({ parameters }) => parameters.quality).sort((a, b) => a - b);
  expect(rank.indexOf(study.best!.parameters.quality)).toBe(0);
  expect(steps).toBeLessThan((first.length * 64) / 10);
  expect(new Set(study.trials.map(({ continues }) => continues)).size).toBe(1 + 128 - first.length);
});

test("ASHA without promotion never starts anything anew", async () => {
  const { study } = await run(asha({ maxSteps: 64, promote: false }), { trials: 60, maxSteps: 64 });
  expect(study.trials.every(({ continues }) => continues === undefined)).toBe(true);
  expect(new Set(study.trials.map(last))).toEqual(new Set([1, 4, 64]));
  expect(study.trials[0]!.state).toBe("complete");
});

test("Hyperband fills its brackets as in table 1 of its paper", async () => {
  expect(brackets({ maxSteps: 81, reduction: 3 })).toEqual([
    { size: 81, rungs: [1, 3, 9, 27] },
    { size: 34, rungs: [3, 9, 27] },
    { size: 15, rungs: [9, 27] },
    { size: 8, rungs: [27] },
    { size: 5, rungs: [] },
  ]);
  const { study } = await run(hyperband({ maxSteps: 9, reduction: 3 }), { trials: 40, maxSteps: 9 });
  const reached = furthest(study.trials);
  const ends = (from: number, size: number) =>
    [1, 3, 9].map((step) => countOf(reached.slice(from, from + size), step));
  expect([ends(0, 9), ends(9, 5), ends(14, 3)]).toEqual([
    [6, 2, 1],
    [0, 4, 1],
    [0, 0, 3],
  ]);
});

describe.each([
  ["median", median()],
  ["asha", asha({ maxSteps: 27, reduction: 3 })],
  ["successiveHalving", successiveHalving({ maxSteps: 27, reduction: 3 })],
  ["hyperband", hyperband({ maxSteps: 27, reduction: 3 })],
])("%s", (_, pruner) => {
  test("repeats itself, and a study that was cut off goes on as if it had not been", async () => {
    const options = { trials: 45, maxSteps: 27, seed: 4 };
    const plain = (trials: readonly object[]) => trials.map((trial) => ({ ...trial, started: 0, ended: 0 }));
    const { study: whole } = await run(pruner, options);
    const storage = memoryStore();
    for (const trials of [11, 30, 45]) {
      const part = await createStudy({
        name: "curves",
        space: quality,
        seed: 4,
        sampler: random(),
        pruner,
        storage,
      });
      await part.optimize((trial) => train(trial, 27, () => {}), { trials });
      if (trials === 45) expect(plain(part.trials)).toEqual(plain(whole.trials));
    }
  });

  test("stops a trial that reports NaN", async () => {
    const study = await createStudy({ name: "nan", pruner });
    await study.optimize(
      async (trial) => {
        await trial.report(Number.NaN, 1);
        return (await trial.shouldPrune()) ? undefined : 1;
      },
      { trials: 1 },
    );
    expect(study.trials[0]!.state).toBe("pruned");
  });
});

test("steps that make no rungs are refused", () => {
  expect(() => asha({ maxSteps: 1 })).toThrow(/1 ≤ minSteps < maxSteps/);
  expect(() => hyperband({ maxSteps: 9, reduction: 1 })).toThrow(/whole reduction from 2/);
});

test("trials are compared at minSteps times the powers of the reduction, but not shortly before the end", () => {
  expect(rungsOf("asha", { maxSteps: 81, reduction: 3 })).toEqual([1, 3, 9, 27]);
  expect(rungsOf("asha", { maxSteps: 30, reduction: 3 })).toEqual([1, 3, 9]);
  expect(rungsOf("asha", { maxSteps: 3, minSteps: 2 })).toEqual([2]);
});
