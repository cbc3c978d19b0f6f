import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { choice, createStudy, float, type Pruner, random, space } from "../../../lib/search/index.js";
import { TrialProcesses } from "../../../lib/search/workers/trial-processes.js";

const hard = new URL("./hard-objective.ts", import.meta.url);

const declared = () => space({ x: float(0, 1), kind: choice(["a", "b", null]) });

const afterNaN: Pruner = {
  name: "afterNaN",
  shouldPrune: ({ trial }) => trial.intermediate.some(({ value }) => Number.isNaN(value)),
};

test("whatever a trial does to its process, it is recorded, and the others go on", async () => {
  const study = await createStudy({
    name: "hard",
    pruner: afterNaN,
    sampler: random(),
    seed: 4,
    space: declared(),
  });
  const told: number[] = [];
  await study.optimize(hard, {
    ...{ trials: 9, workers: 2, trialMemoryMb: 400 },
    onTrial: ({ number }) => told.push(number),
  });
  const [plain, exits, kills, leaks, throws, pruned, ...rest] = study.trials;

  expect(plain).toMatchObject({ state: "complete", attempt: 1, value: plain!.parameters.x });
  expect(exits).toMatchObject({ state: "complete", attempt: 2, value: 1, checkpoint: { epoch: 1 } });
  expect(exits!.intermediate).toEqual([{ step: 0, value: exits!.parameters.x }]); // what came after is forgotten
  const failed = { state: "failed", attempt: 2 };
  expect(kills).toMatchObject({ ...failed, failure: "The trial's process ended by SIGKILL." });
  expect(leaks).toMatchObject(failed);
  expect(leaks!.failure).toMatch(/^The trial's process was ended, for it had taken \d+ MB of memory\.$/);
  expect(throws).toMatchObject({ state: "failed", attempt: 1, failure: "RangeError: no such layer" });
  expect(pruned!.state).toBe("pruned");
  for (const { state, value, parameters, attributes } of rest) {
    expect([state, value]).toEqual(["complete", parameters.x]);
    expect(attributes.process).not.toBe(process.pid);
  }
  expect(told.sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);

  // What is drawn does not depend on where it runs.
  const here = await createStudy({ name: "hard", sampler: random(), seed: 4, space: declared() });
  await here.optimize(() => 0, { trials: 9 });
  expect(study.trials.map(({ parameters }) => parameters)).toEqual(
    here.trials.map(({ parameters }) => parameters),
  );
});

test("a trial that blocks its process for ever is ended when its time is up, and not begun again where none is wanted", async () => {
  const study = await createStudy({ name: "hangs" });
  const file = new URL("./hanging-objective.ts", import.meta.url);
  await study.optimize(file, { trials: 1, trialTimeoutMs: 100, retries: 0 });
  const failure = "The trial's process was ended after 100 ms.";
  expect(study.trials[0]).toMatchObject({ state: "failed", attempt: 1, failure });
});

test("a trial's mistake in its calls stops the search, with its reason", async () => {
  const study = await createStudy({ name: "mistaken" });
  const file = new URL("./mistaken-objective.ts", import.meta.url);
  await expect(study.optimize(file, { trials: 2 })).rejects.toThrow('trial.float("rate")');
});

test("a file that is not there, or exports no objective, is named before any trial starts", async () => {
  const study = await createStudy({ name: "none" });
  await expect(study.optimize("no/objective.ts", { trials: 1 })).rejects.toThrow("found no file");
  const here = new URL("../../support/blobs.ts", import.meta.url);
  await expect(study.optimize(here, { trials: 1 })).rejects.toThrow("a function of a trial");
  expect(study.trials).toEqual([]);
});

test("Ctrl-C is the parent's to hear; an error that nothing caught, and what no study can keep, are recorded", async () => {
  const study = await createStudy({ name: "rough" });
  const file = new URL("./rough-objective.ts", import.meta.url);
  await study.optimize(file, { trials: 5, retries: 0 });
  expect(study.trials.map(({ state, failure }) => failure?.split("\n")[0] ?? state)).toEqual([
    "complete",
    "The trial's process ended by an error that nothing caught: Error: from a timer.",
    "The objective threw { code: 5 }.",
    "UsageError: trial.attribute got 1n.",
    "UsageError: trial.checkpoint got a function.",
  ]);
});

test("a file that ends its process is named before any trial starts", async () => {
  const study = await createStudy({ name: "exits" });
  const file = new URL("./exiting-objective.ts", import.meta.url);
  await expect(study.optimize(file, { trials: 1 })).rejects.toThrow(
    /exiting-objective\.ts could not be loaded: The trial's process ended with exit code 3\./,
  );
  expect(study.trials).toEqual([]);
});

test("a file that is never loaded is waited for until its time is up, or the study is stopped", async () => {
  const study = await createStudy({ name: "never" });
  const file = new URL("./never-loaded.ts", import.meta.url);
  await expect(study.optimize(file, { trials: 1, workers: 2, loadTimeoutMs: 50 })).rejects.toThrow(
    /never-loaded\.ts was not loaded within 0\.05 s\.[\s\S]*loadTimeoutMs: 600_000/,
  );
  expect(await study.optimize(file, { trials: 1, signal: AbortSignal.timeout(50) })).toBeUndefined();
  expect(study.trials).toEqual([]);
});

test("a trial that was stopped while its process was loading is not begun", async () => {
  const processes = new TrialProcesses(fileURLToPath(new URL("./hanging-objective.ts", import.meta.url)));
  const order = { number: 0, seed: 0, attempt: 1, parameters: {}, resumeFrom: undefined };
  const answer = async () => ({ value: undefined });
  await expect(processes.run(order, answer, AbortSignal.abort())).rejects.toThrow("aborted");
  processes.close();
});

test("a trial that never rests ends with the process that began it, however that ended", async () => {
  const script = fileURLToPath(new URL("./endless-study.ts", import.meta.url));
  const parent = spawn(process.execPath, ["--import", "tsx", script], { stdio: ["ignore", 2, "pipe"] });
  const released = once(parent.stderr!, "close"); // when nobody is left who could write to it
  await once(parent.stderr!, "data"); // the trial runs
  parent.kill("SIGKILL");
  await released;
});
