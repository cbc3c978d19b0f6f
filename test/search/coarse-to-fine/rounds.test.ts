import {
  choice,
  coarseToFine,
  createStudy,
  float,
  memoryStore,
  type RangeDecision,
  random,
  type SearchRound,
  searchRounds,
  space,
  type TrialRecord,
} from "deep-pessimist/search";
import { describe, expect, test } from "vitest";
import { decideRange } from "../../../lib/search/coarse-to-fine/decide-range.js";
import { decisionSentence } from "../../../lib/search/coarse-to-fine/decision-sentence.js";
import { makeRounds } from "../../../lib/search/coarse-to-fine/make-rounds.js";
import { stretchOf, subRange } from "../../../lib/search/coarse-to-fine/sub-range.js";

const unit = { type: "float", low: 0, high: 1, log: false } as const;
const decided = (rounds: readonly SearchRound[], round: number, name: string): RangeDecision =>
  rounds[round]!.decisions.find((decision) => decision.name === name)!;

describe("decideRange", () => {
  const evenly = (from: number, to: number) =>
    Array.from({ length: 101 }, (_, i) => from + ((to - from) * i) / 100);

  test("keeps a range that the optimum may fill", () => {
    expect(decideRange(unit, unit, evenly(0.02, 0.97), [0.4]).action).toBe("keep");
  });

  test("narrows to where the optimum lies, with a margin and the best trials inside", () => {
    const { action, after } = decideRange(unit, unit, evenly(0.4, 0.5), [0.7]);
    expect(action).toBe("narrow");
    expect(after.low).toBeCloseTo(0.25, 2);
    expect(after.high).toBeCloseTo(0.85, 2);
  });

  test("shifts a narrowed range whose optimum lies beyond its end, and widens one that was cut too small", () => {
    const narrowed = { ...unit, low: 0.2, high: 0.4 };
    expect(decideRange(unit, narrowed, evenly(0.38, 0.6), []).action).toBe("shift");
    expect(decideRange(unit, narrowed, evenly(0.1, 0.5), []).action).toBe("widen");
  });

  test("never leaves less than half", () => {
    const { after } = decideRange(unit, unit, evenly(0.999, 1), []);
    expect(after).toMatchObject({ low: 0.5, high: 1 });
  });

  test("switches to logarithms where the optimum lies in the lowest part of a wide range", () => {
    const rate = { type: "float", low: 1e-4, high: 1, log: false } as const;
    const { action, after } = decideRange(rate, rate, evenly(0.001, 0.02), [0.01]);
    expect(action).toBe("log");
    expect(after).toMatchObject({ low: 1e-4, log: true });
  });
});

test("a part of a range and where it lies undo each other, with steps and in logarithms", () => {
  const log = { type: "int", low: 1, high: 256, log: true, step: 1 } as const;
  expect(subRange(log, stretchOf(log, { low: 4, high: 64 }))).toMatchObject({ low: 4, high: 64 });
  const stepped = { type: "float", low: 0, high: 1, log: false, step: 0.1 } as const;
  const [from, to] = stretchOf(stepped, { low: 0.2, high: 0.7 });
  expect(subRange(stepped, [from + 1e-9, to - 1e-9])).toMatchObject({ low: 0.2, high: 0.7 });
});

describe("a study from coarse to fine", () => {
  const declared = () =>
    space({
      rate: float(0, 1),
      width: float(-2, 2),
      kind: choice(["good", "bad", "worse"]),
      idle: float(0, 1),
    });
  type Values = { rate: number; width: number; kind: string };
  const objective = ({ parameters: { rate, width, kind } }: { parameters: Values }) =>
    (rate - 0.3) ** 2 + (width - 1) ** 2 + { good: 0, bad: 2, worse: 4 }[kind]!;
  const run = async (storage = memoryStore()) => {
    const study = await createStudy({
      name: "rounds",
      storage,
      space: declared(),
      sampler: coarseToFine(),
      seed: 3,
    });
    await study.optimize(objective, { trials: 60 });
    return study;
  };

  test("closes in on the optimum and never leaves it out", async () => {
    const study = await run();
    const rounds = searchRounds(study);
    expect(rounds.map(({ firstTrial }) => firstTrial)).toEqual([0, 20, 40, 60]);
    for (const { space } of rounds) {
      const [rate, width] = space.map(({ distribution }) => distribution) as { low: number; high: number }[];
      expect(rate!.low <= 0.3 && rate!.high >= 0.3 && width!.low <= 1 && width!.high >= 1).toBe(true);
    }
    const width = decided(rounds, 1, "width");
    expect(width.action).toBe("narrow");
    expect(width.evidence).toMatchObject({ trials: 20, best: 3, bestInside: 3 });
    expect(width.sentence).toMatch(/^width narrows from -2 … 2 to .*: by 20 trials the optimum lies between/);
    expect(decided(rounds, 2, "kind").after).toMatchObject({
      choices: expect.not.arrayContaining(["worse"]),
    });
    expect(study.best!.value).toBeLessThan(0.02);
  });

  test("keeps each round with its evidence in the study", async () => {
    const storage = memoryStore();
    const study = await run(storage);
    const attached = storage.load("rounds")!.attached();
    expect(Object.keys(attached)).toEqual(["rounds:0", "rounds:1", "rounds:2"]);
    expect(attached["rounds:2"]).toEqual(searchRounds(study)[2]);
  });

  test("leaves alone what is to be kept", async () => {
    const study = await createStudy({
      ...{ name: "kept", space: declared(), sampler: coarseToFine({ keep: ["width"] }), seed: 3 },
    });
    await study.optimize(objective, { trials: 20 });
    const decision = decided(searchRounds(study, { keep: ["width"] }), 1, "width");
    expect(decision).toMatchObject({ action: "keep", after: decision.before });
  });
});

test("a round is planned once, and anew with those after it where a trial before it has ended since", async () => {
  const study = await createStudy({ name: "once", space: space({ x: float(0, 1) }), sampler: random() });
  await study.optimize(({ parameters: { x } }) => (x - 0.3) ** 2, { trials: 31 });
  const { direction, seed } = study;
  const trials = study.trials as readonly TrialRecord[];
  const roundsOf = makeRounds({ trialsPerRound: 10, keep: [] });
  const plans = (records: readonly TrialRecord[]) =>
    roundsOf({ space: study.space!, trials: records, number: 30, direction, seed }).map(({ plan }) => plan);
  const late = trials.map((trial, i) => (i === 12 ? { ...trial, state: "running" as const } : trial));
  const early = plans(late);
  expect(early.map((plan) => plan === undefined)).toEqual([true, false, false, false]);
  plans(late).forEach((plan, round) => {
    expect(plan).toBe(early[round]);
  });
  expect(plans(trials).map((plan, round) => plan === early[round])).toEqual([true, true, false, false]);
});

test("a learning rate declared without logarithms gets them", async () => {
  const study = await createStudy({
    name: "rate",
    space: space({ rate: float(1e-4, 1) }),
    sampler: coarseToFine(),
  });
  await study.optimize(({ parameters: { rate } }) => Math.log10(rate / 3e-3) ** 2, { trials: 40 });
  const rounds = searchRounds(study);
  expect(rounds.flatMap(({ decisions }) => decisions.map(({ action }) => action))).toContain("log");
  expect(rounds.at(-1)!.space[0]!.distribution).toMatchObject({ log: true });
});

test("a decision names choices as they are", () => {
  const sizes = { type: "choice", choices: [1024, 2048] } as const;
  const evidence = { trials: 20, best: 3, bestInside: 3, optimum: [1024], atLow: 0, atHigh: 0 };
  const sentence = decisionSentence(
    {
      ...{ name: "batchSize", action: "keep", before: sizes, after: sizes },
      evidence: { ...evidence, divergedInside: 0, divergedOutside: 0, heldOutCost: 0 },
    },
    sizes,
  );
  expect(sentence).toBe(
    "batchSize stays in 1024, 2048: by 20 trials the optimum lies at 1024, 3 of the 3 best are inside.",
  );
});

test("a study without a declared space has no rounds to show", async () => {
  const study = await createStudy({ name: "undeclared" });
  expect(() => searchRounds(study)).toThrow("Expected: ranges that were declared");
});

test("fewer than 4 trials a round are refused", () => {
  expect(() => coarseToFine({ trialsPerRound: 3 })).toThrow("whole number from 4");
});
