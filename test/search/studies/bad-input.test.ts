import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UsageError } from "deep-pessimist/core";
import { choice, createStudy, float, int, type Study, space, sqliteStore, tpe } from "deep-pessimist/search";
import { expect, test } from "vitest";

/** What plain JavaScript may pass, or a notebook's cell that is not checked. */
const anything = (value: unknown): never => value as never;

async function refusal(work: () => unknown): Promise<string> {
  const error = await Promise.resolve()
    .then(work)
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UsageError);
  return (error as UsageError).got;
}

test.each<[string, () => unknown]>([
  ['float got the bounds "0" and 1.', () => float(anything("0"), 1)],
  ["float got the bounds -1e+308 and 1e+308.", () => float(-1e308, 1e308)],
  ["int got the bounds 0 and 1152921504606847000 and the step 1.", () => int(0, 2 ** 60)],
  ['float got log: "yes".', () => float(0.1, 1, { log: anything("yes") })],
  ["float got true where its options belong.", () => float(0, 1, anything(true))],
  ['float got the bounds 0 and 1 with the step "0.1".', () => float(0, 1, { step: anything("0.1") })],
  ['a hyperparameter got role: "nuisence".', () => float(0, 1, { role: anything("nuisence") })],
  ['a hyperparameter got when: "sgd".', () => float(0, 1, { when: anything("sgd") })],
  ["choice got the choice NaN.", () => choice([1, Number.NaN])],
  ['choice got "adam".', () => choice(anything("adam"), anything("sgd"))],
  ["space got undefined.", () => space(anything(undefined))],
  ["space got x: [ 0, 1 ].", () => space({ x: anything([0, 1]) })],
  ["space got x: a function.", () => space({ x: anything(float) })],
])("%s", async (got, declare) => {
  expect(await refusal(declare)).toBe(got);
});

test.each<[string, object]>([
  ['createStudy got direction: "max".', { direction: "max" }],
  ['createStudy got seed: "1".', { seed: "1" }],
  ["createStudy got seed: NaN.", { seed: Number.NaN }],
  ['createStudy got sampler: "tpe".', { sampler: "tpe" }],
  ["createStudy got sampler: a function.", { sampler: tpe }],
  ['createStudy got pruner: "median".', { pruner: "median" }],
  ["createStudy got space: { x: [ 0, 1 ] }.", { space: { x: [0, 1] } }],
  ["createStudy got name: 5.", { name: 5 }],
])("%s Nothing is written for such a study", async (got, options) => {
  const folder = mkdtempSync(join(tmpdir(), "bad-input-"));
  const storage = await sqliteStore(join(folder, "studies.db"));
  expect(await refusal(() => createStudy({ name: "s", storage, ...options }))).toBe(got);
  expect(storage.names()).toEqual([]);
  storage.close();
  rmSync(folder, { recursive: true });
});

test.each<[string, unknown]>([
  ["optimize got undefined where its options belong.", undefined],
  ['optimize got trials: "3".', { trials: "3" }],
  ["optimize got workers: Infinity.", { trials: 3, workers: Number.POSITIVE_INFINITY }],
  ["optimize got retries: -1.", { trials: 3, retries: -1 }],
  ["optimize got trialTimeoutMs: 0.", { trials: 3, trialTimeoutMs: 0 }],
  ["optimize got timeoutMs: NaN.", { trials: 3, timeoutMs: Number.NaN }],
  ["optimize got trialMemoryMb: -5.", { trials: 3, trialMemoryMb: -5 }],
  ["optimize got loadTimeoutMs: 0.", { trials: 3, loadTimeoutMs: 0 }],
  ['optimize got signal: "stop".', { trials: 3, signal: "stop" }],
])("%s", async (got, options) => {
  const study = await createStudy({ name: "s" });
  expect(await refusal(() => study.optimize(() => 0, anything(options)))).toBe(got);
  expect(study.trials).toEqual([]);
});

test.each([5, null, new URL("https://example.com/objective.ts")])(
  "an objective that is neither function nor file is refused: %s",
  async (objective) => {
    const study = await createStudy({ name: "s" });
    expect(await refusal(() => study.optimize(anything(objective), { trials: 1 }))).toMatch(/^optimize got /);
  },
);

test("a time that no timer can be set for is no limit", async () => {
  const study = await createStudy({ name: "s" });
  const slowly = () => new Promise((resolve) => setTimeout(resolve, 20, 1));
  for (const [trials, trialTimeoutMs] of [
    [1, 1e12],
    [2, Number.POSITIVE_INFINITY],
  ] as const)
    await study.optimize(slowly, { trials, trialTimeoutMs });
  expect(study.trials.map(({ state }) => state)).toEqual(["complete", "complete"]);
});

test("more workers than trials are none too many", async () => {
  const study = await createStudy({ name: "s" });
  await study.optimize(() => 0, { trials: 3, workers: 10_000 });
  expect(study.trials).toHaveLength(3);
});

test.each([null, { state: "done" }, { state: "complete" }, { state: "complete", value: Number.NaN }])(
  "tell refuses %j, and the trial goes on",
  async (outcome) => {
    const study: Study = await createStudy({ name: "s" });
    const trial = await study.ask();
    expect(await refusal(() => study.tell(trial, anything(outcome)))).toMatch(/^tell got /);
    expect((await study.tell(trial, 1)).value).toBe(1);
  },
);

test("tell and enqueue say what they got that is no trial, or has no names", async () => {
  const study = await createStudy({ name: "s", space: space({ x: float(0, 1) }) });
  expect(await refusal(() => study.tell(anything(3), 1))).toBe("tell got 3, which is no trial.");
  expect(await refusal(() => study.enqueue(anything(null)))).toBe("enqueue got null.");
  expect(await refusal(() => study.enqueue({ x: Number.NaN }))).toBe("enqueue got x = NaN.");
  expect(await refusal(() => study.enqueue({ x: 0.5 }, anything({ sead: 1 })))).toContain('"sead"');
});

test("an objective cannot change what was drawn for it", async () => {
  const study = await createStudy({ name: "s", space: space({ x: float(0, 1) }) });
  const change = ({ parameters }: { parameters: object }) => Object.assign(parameters, { x: 7 }) && 0;
  await study.optimize(change, { trials: 1 });
  expect(study.trials[0]!.failure).toContain("Cannot assign to read only property 'x'");
  expect(study.trials[0]!.parameters.x).toBeLessThan(1);
});

test("a hyperparameter may have any name, that of a method of objects too", async () => {
  const study = await createStudy({ name: "s", space: space({ constructor: float(0, 1) }) });
  await study.optimize(({ parameters }) => parameters.constructor, { trials: 1 });
  expect(study.best?.value).toBeLessThan(1);
  const asked = await createStudy({ name: "asked" });
  await asked.optimize((trial) => trial.float("toString", 0, 1), { trials: 2 });
  expect(asked.best?.value).toBeLessThan(1);
});
