import { describe, expect, test } from "vitest";
import { errorTable, errorTypesFromLogs, worstErrors } from "../../../lib/decomposition/index.js";
import { plantedLog } from "../slices/planted-log.js";

/** Full Stack Deep Learning (2021), lecture 7, the slide on error analysis: shares of all samples. */
const pedestrians = [
  { name: "hard-to-see pedestrians", trainVal: 0.001, testVal: 0.001, solutions: ["better sensors"] },
  { name: "reflections", trainVal: 0.003, testVal: 0.003, solutions: ["collect more", "add reflections"] },
  { name: "night-time scenes", trainVal: 0.001, testVal: 0.01, solutions: ["collect more at night"] },
];

describe("errorTable", () => {
  test("gives the lecture's priorities: night high, reflections medium, hard-to-see low", () => {
    const { rows } = errorTable(pedestrians);
    expect(rows.map(({ name, priority }) => [name, priority])).toEqual([
      ["night-time scenes", "high"],
      ["reflections", "medium"],
      ["hard-to-see pedestrians", "low"],
    ]);
    expect(rows.map(({ solutions }) => solutions[0])).toEqual([
      "collect more at night",
      "collect more",
      "better sensors",
    ]);
  });

  test("sums to 0.5 and 1.4 %, and all of the 0.9-point shift is night", () => {
    const { rows, total, reading } = errorTable(pedestrians);
    expect([total.trainVal, total.testVal, total.shift]).toBeAllClose([0.005, 0.014, 0.009]);
    expect(rows.map(({ shift }) => shift.estimate)).toBeAllClose([0.009, 0, 0]);
    expect(reading).toBe(
      "Work on night-time scenes first: 71 % of the test-val errors, 1.00 % of the samples, 0.90 points of it with the test distribution.",
    );
  });

  test("does not give priority to a rise that chance explains", () => {
    const few = { errors: 2, samples: 1000 };
    const others = ["a", "b", "c", "d", "e", "f", "g", "h", "i"].map((name) => ({
      name,
      trainVal: few,
      testVal: few,
    }));
    const risen = (samples: number) =>
      errorTable([
        ...others.map((type) => ({ ...type, trainVal: 0.002, testVal: 0.002 })),
        {
          name: "rain",
          trainVal: { errors: samples / 1000, samples },
          testVal: { errors: samples / 500, samples },
        },
      ]).rows.find(({ name }) => name === "rain")!;
    expect(risen(1000).priority).toBe("low");
    expect(risen(100_000).priority).toBe("high");
    expect(risen(1000).shift.low).toBeLessThan(0);
  });

  test("says that nothing stands out where all types are as frequent", () => {
    const types = Array.from({ length: 12 }, (_, i) => ({
      name: `type ${i}`,
      trainVal: 0.01,
      testVal: 0.01,
    }));
    expect(errorTable(types).reading).toMatch(/^No type of error stands out/);
    expect(errorTable(types.map((type) => ({ ...type, testVal: 0 }))).rows[0]!.priority).toBe("low");
  });

  test.each([
    [[], "no types of error"],
    [[pedestrians[0], pedestrians[0]], '"hard-to-see pedestrians" twice'],
    [[{ name: "night", trainVal: 3, testVal: 0 }], 'trainVal of "night" is 3'],
    [
      [{ name: "night", trainVal: 0, testVal: { errors: 5, samples: 4 } }],
      'testVal of "night" is 5 errors in 4',
    ],
  ])("refuses %j", (types, message) => {
    expect(() => errorTable(types as typeof pedestrians)).toThrow(message);
  });
});

describe("errorTypesFromLogs", () => {
  const { log } = plantedLog({ samples: 2000, tags: 3, plants: [{ 0: [3] }], seed: 1 });
  const logs = { trainVal: { ...log, split: "trainVal" }, testVal: log };

  test("counts each error under every type that it is of, and the rest as other", () => {
    const rules = [
      { name: "t0 = 3", when: ({ tags }: { tags: Record<string, number> }) => tags.t0 === 3 },
      { name: "t1 = 0", when: ({ tags }: { tags: Record<string, number> }) => tags.t1 === 0 },
    ];
    const types = errorTypesFromLogs(logs, rules);
    const wrong = worstErrors(log, { count: 2000 });
    const count = (holds: (tags: Record<string, number>) => boolean) =>
      wrong.filter(({ tags }) => holds(tags)).length;
    expect(types.map(({ name, testVal }) => [name, testVal])).toEqual([
      ["t0 = 3", { errors: count(({ t0 }) => t0 === 3), samples: 2000 }],
      ["t1 = 0", { errors: count(({ t1 }) => t1 === 0), samples: 2000 }],
      ["other", { errors: count(({ t0, t1 }) => t0 !== 3 && t1 !== 0), samples: 2000 }],
    ]);
    expect(errorTable(types).rows[0]!.name).toBe("t0 = 3");
  });

  test("refuses a rule called other", () => {
    expect(() => errorTypesFromLogs(logs, [{ name: "other", when: () => true }])).toThrow('called "other"');
  });
});

describe("worstErrors", () => {
  test("are wrong, the dearest first, and as many as asked for", () => {
    const { log } = plantedLog({ samples: 500, tags: 1, base: 0.2, seed: 2 });
    const probabilities = log.probabilities.map((p, i) => (i % 2 === 0 ? p * 0.9 : 1 - (1 - p) * 0.9));
    const errors = worstErrors({ ...log, probabilities }, { count: 20 });
    expect(errors.length).toBe(20);
    const losses = errors.map(({ loss }) => loss);
    expect(losses).toEqual([...losses].sort((a, b) => b - a));
    expect(errors.every(({ label, predicted }) => label !== predicted)).toBe(true);
    expect(losses[0]).toBeAllClose(16.11809565095832); // −ln 1e-7
  });

  test("refuses a count that is none", () => {
    const { log } = plantedLog({ samples: 5, tags: 1, seed: 2 });
    expect(() => worstErrors(log, { count: -1 })).toThrow("count: -1");
  });
});
