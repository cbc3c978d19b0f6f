import { UsageError } from "deep-pessimist/core";
import {
  choice,
  createStudy,
  fixed,
  float,
  int,
  memoryStore,
  space,
  type Trial,
} from "deep-pessimist/search";
import { describe, expect, expectTypeOf, test } from "vitest";

const network = () =>
  space({
    learningRate: float(1e-5, 1e-1, { log: true }),
    layers: int(1, 4),
    momentum: float(0, 0.99, { when: { optimizer: "sgd" } }),
    optimizer: choice(["adam", "sgd"]),
    batchSize: fixed(32),
  });

test("the objective's parameters have the types of the space; conditional ones may be absent", async () => {
  const study = await createStudy({ name: "types", space: network() });
  await study.optimize(
    ({ parameters }) => {
      expectTypeOf(parameters.optimizer).toEqualTypeOf<"adam" | "sgd">();
      expectTypeOf(parameters.momentum).toEqualTypeOf<number | undefined>();
      expectTypeOf(parameters.batchSize).toEqualTypeOf<32>();
      // @ts-expect-error: no such hyperparameter
      parameters.learningRat;
      return parameters.learningRate;
    },
    { trials: 2 },
  );
  // @ts-expect-error: enqueue knows the choices
  expect(() => study.enqueue({ optimizer: "rmsprop" })).toThrow(/optimizer = "rmsprop"/);
});

test("each hyperparameter exists where its condition holds, and only there", async () => {
  const study = await createStudy({ name: "conditions", space: network(), seed: 3 });
  await study.optimize(() => 0, { trials: 40 });
  const withMomentum = study.trials.filter(({ parameters }) => "momentum" in parameters);
  expect(withMomentum).toEqual(study.trials.filter(({ parameters }) => parameters.optimizer === "sgd"));
  expect(withMomentum.length).toBeGreaterThan(8);
  expect(study.trials.every(({ parameters }) => parameters.batchSize === 32)).toBe(true);
});

test("a trial asks for hyperparameters one by one where none was declared", async () => {
  const study = await createStudy({ name: "by and by", direction: "maximize", seed: 1 });
  const best = await study.optimize(
    (trial) => {
      const x = trial.float("x", -1, 1);
      const layers = trial.int("layers", 1, 3);
      const units = Array.from({ length: layers }, (_, i) => trial.int(`units ${i}`, 8, 64, { log: true }));
      expect(trial.float("x", -1, 1)).toBe(x);
      return units.length - x * x;
    },
    { trials: 30 },
  );
  expect(best!.parameters.layers).toBe(3);
  expect(best!.distributions["units 2"]).toEqual({ type: "int", low: 8, high: 64, log: true, step: 1 });
});

test("enqueued values come first, and the sampler fills in the rest", async () => {
  const study = await createStudy({ name: "enqueued", space: network() });
  study.enqueue({ optimizer: "sgd", learningRate: 0.01 }, { seed: 7, attributes: { why: "manual" } });
  await study.optimize(({ seed }) => seed, { trials: 2 });
  expect(study.trials[0]).toMatchObject({
    value: 7,
    parameters: { optimizer: "sgd", learningRate: 0.01, momentum: expect.any(Number) },
    attributes: { why: "manual" },
  });
  expect(study.trials[1]!.fixed).toBeUndefined();
});

test("ask and tell run a study by hand", async () => {
  const study = await createStudy({ name: "by hand", space: space({ x: float(0, 1) }) });
  const [first, second] = [await study.ask(), await study.ask()];
  await study.tell(second, 2);
  await study.tell(first, { state: "failed", failure: "no" });
  expect(study.trials.map(({ state }) => state)).toEqual(["failed", "complete"]);
  expect(study.best!.number).toBe(1);
  await expect(study.tell(first, 1)).rejects.toThrow(/tell got trial 0, which is failed/);
});

test("a study that is run again goes on, and holds what one uninterrupted run would", async () => {
  const whole = await createStudy({ name: "x", space: network(), seed: 5 });
  const objective = ({ parameters, seed }: { parameters: { learningRate: number }; seed: number }) =>
    parameters.learningRate + seed;
  await whole.optimize(objective, { trials: 20 });
  const storage = memoryStore();
  for (const trials of [7, 7, 20]) {
    const part = await createStudy({ name: "x", space: network(), seed: 5, storage });
    await part.optimize(objective, { trials });
  }
  const resumed = await createStudy({ name: "x", storage });
  const plain = (study: { trials: readonly object[] }) =>
    study.trials.map((trial) => ({ ...trial, started: 0, ended: 0 }));
  expect(plain(resumed)).toEqual(plain(whole));
});

describe("an objective that fails", () => {
  test.each([
    ["throws", () => Promise.reject(new RangeError("out of memory")), "RangeError: out of memory"],
    ["returns NaN", () => Number.NaN, "The objective returned NaN."],
    ["returns Infinity", () => Number.POSITIVE_INFINITY, "The objective returned Infinity."],
    ["returns nothing", () => undefined, "The objective returned undefined."],
    ["hangs", () => new Promise(() => {}), "Error: the objective took longer than 5 ms"],
  ])("and %s ends its trial, not the study", async (_, fail, failure) => {
    const study = await createStudy({ name: "failing", space: space({ x: float(0, 1) }) });
    const objective = ({ number, parameters }: { number: number; parameters: { x: number } }) =>
      number === 1 ? fail() : parameters.x;
    await study.optimize(objective, { trials: 3, trialTimeoutMs: 5 });
    expect(study.trials.map(({ state }) => state)).toEqual(["complete", "failed", "complete"]);
    expect(study.trials[1]!.failure).toBe(failure);
    expect(study.trials[1]).not.toHaveProperty("value");
  });
});

test("a study that is stopped hands back what runs; the next run takes it up with the same parameters", async () => {
  const study = await createStudy({ name: "stopped", space: space({ x: float(0, 1) }) });
  const stop = new AbortController();
  let seen: number | undefined;
  await study.optimize(
    ({ number, parameters: { x }, signal }) => {
      if (number < 2) return x;
      seen = x;
      stop.abort();
      throw signal.reason;
    },
    { trials: 5, signal: stop.signal },
  );
  expect(study.trials.map(({ state }) => state)).toEqual(["complete", "complete", "waiting"]);
  await study.optimize(({ parameters: { x } }) => x, { trials: 5 });
  expect(study.trials).toHaveLength(5);
  expect(study.trials[2]).toMatchObject({ value: seen, attempt: 2 });
});

test("in a notebook, Stop ends a study that was given no signal", async () => {
  const study = await createStudy({ name: "cell", space: space({ x: float(0, 1) }) });
  const stop = new AbortController();
  const cell: { [symbol: symbol]: AbortSignal } = globalThis as never;
  cell[Symbol.for("deep-pessimist.signal")] = stop.signal; // as the kernel gives it
  try {
    await study.optimize(({ parameters: { x } }) => x, {
      trials: 50,
      onTrial: ({ number }) => number === 2 && stop.abort(),
    });
  } finally {
    delete cell[Symbol.for("deep-pessimist.signal")];
  }
  expect(study.trials.length).toBeLessThan(5);
});

test("a checkpoint of a stopped trial is what it resumes from", async () => {
  const study = await createStudy({ name: "checkpoints" });
  const trial = await study.ask();
  expect(trial.resumeFrom).toBeUndefined();
  const stop = new AbortController();
  await study.tell(trial, 0);
  const resumed: unknown[] = [];
  const objective = async (trial: Trial) => {
    resumed.push(trial.resumeFrom);
    if (trial.resumeFrom !== undefined) return 1;
    await trial.checkpoint({ epoch: 3 });
    stop.abort();
    throw new Error("killed");
  };
  await study.optimize(objective, { trials: 2, signal: stop.signal });
  await study.optimize(objective, { trials: 2 });
  expect(resumed).toEqual([undefined, { epoch: 3 }]);
});

test("several workers run objectives side by side, and no number comes twice", async () => {
  const study = await createStudy({ name: "workers", space: space({ x: float(0, 1) }) });
  let running = 0;
  let most = 0;
  await study.optimize(
    async ({ parameters: { x } }) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 1));
      running--;
      return x;
    },
    { trials: 12, workers: 4 },
  );
  expect(most).toBe(4);
  expect(study.trials.map(({ number }) => number)).toEqual([...Array(12).keys()]);
});

describe("a mistake is said in one clear error", () => {
  const mistakes: [string, () => unknown, string][] = [
    ["reversed bounds", () => float(1, 0), "write 0, 1"],
    ["equal bounds", () => int(3, 3), "fixed(3)"],
    ["a logarithm of zero", () => float(0, 1, { log: true }), "raise the lower bound"],
    ["a bound that is not a number", () => float(0, Number.NaN), "two finite numbers"],
    ["a fraction", () => int(0.5, 3), "use float"],
    ["a step that does not fit", () => float(0, 1, { step: 2 }), "smaller step"],
    ["no choices", () => choice([]), "write choice("],
    ["a choice twice", () => choice([1, 1]), "remove the second"],
    // @ts-expect-error: the option is log
    ["an unknown option", () => float(0, 1, { logarithm: true }), '"log"'],
    ["a condition on nothing", () => space({ a: float(0, 1, { when: { b: 1 } }) }), '"b"'],
    [
      "a condition that never holds",
      () => space({ a: float(0, 1, { when: { b: 2 } }), b: choice([1]) }),
      "never comes",
    ],
    [
      "conditions in a circle",
      () => space({ a: choice([1], { when: { b: 1 } }), b: choice([1], { when: { a: 1 } }) }),
      "a → b → a",
    ],
  ];
  test.each(mistakes)("%s", (_, make, text) => {
    expect(make).toThrow(UsageError);
    expect(make).toThrow(text);
  });

  test("a space, seed or direction that changes under a study", async () => {
    const storage = memoryStore();
    await createStudy({ name: "s", storage, space: space({ x: float(0, 1) }), seed: 1 });
    const again = (options: object) => createStudy({ name: "s", storage, ...options });
    await expect(again({ space: space({ x: float(0, 2) }) })).rejects.toThrow(/"x".*float\(0, 1\)/);
    await expect(again({ space: space({ y: float(0, 1) }) })).rejects.toThrow(/"x"/);
    await expect(again({ seed: 2 })).rejects.toThrow(/seed 1/);
    await expect(again({ direction: "maximize" })).rejects.toThrow(/"minimize"/);
    await expect(again({ seed: 1 })).resolves.toBeDefined();
  });

  test("a mistake in what a trial asks for stops the study", async () => {
    const study = await createStudy({ name: "wrong" });
    const run = study.optimize((trial) => trial.float("x", 1, 0), { trials: 3 });
    await expect(run).rejects.toThrow(/trial\.float\("x"\) got the bounds 1 and 0, which are reversed/);
    expect(study.trials.map(({ state }) => state)).toEqual(["failed"]);
  });

  test("a name that was a number is a choice in a later trial", async () => {
    const study = await createStudy({ name: "kinds" });
    const run = study.optimize(
      (trial) => (trial.number === 0 ? trial.float("x", 0, 1) : Number(trial.choice("x", [1, 2]))),
      { trials: 3 },
    );
    await expect(run).rejects.toThrow(/earlier trials had float\(0, 1\)/);
  });
});
