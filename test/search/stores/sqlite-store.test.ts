import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createStudy, memoryStore, type Store, type StoredStudy } from "../../../lib/search/index.js";
import type { Distribution } from "../../../lib/search/space/distribution.js";
import { sqliteStore } from "../../../lib/search/stores/sqlite/sqlite-store.js";

let folder: string;
let path: string;
const open: Store[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "store-"));
  path = join(folder, "studies.db");
});

afterEach(() => {
  for (const store of open.splice(0)) store.close();
  rmSync(folder, { recursive: true });
});

async function openFile(): Promise<Store> {
  const store = await sqliteStore(path);
  open.push(store);
  return store;
}

/** As if the process had died: nobody ends what runs. */
function abandon(store: Store): void {
  open.splice(open.indexOf(store), 1);
  store.close();
}

const settings = { name: "s", direction: "maximize", seed: 7 } as const;
const rate: Distribution = { type: "float", low: 1e-5, high: 0.1, log: true };
const width: Distribution = { type: "int", low: 8, high: 64, log: false, step: 8 };
const kind: Distribution = { type: "choice", choices: ["relu", true, null, 3] };

/** Everything that can be done to a study. */
function use(study: StoredStudy): void {
  study.enqueue({ fixed: { rate: 0.01 }, seed: 5, attributes: { why: "a guess" } });
  const first = study.begin(1000, 9)!;
  study.setParameters(first, { rate: 0.01, width: 16 }, { rate, width });
  study.setParameter(first, "kind", null, kind);
  study.report(first, 2, 0.5);
  study.report(first, 1, Number.NaN);
  study.report(first, 2, Number.POSITIVE_INFINITY);
  study.setAttribute(first, "nested", { list: [1, "zwei"] });
  study.checkpoint(first, { path: "runs/0" });
  expect(study.finish(first, { state: "complete", value: 1 / 3, ended: 2000 })).toBe(true);
  expect(study.finish(first, { state: "failed", ended: 3000 })).toBe(false);
  study.report(first, 3, 0);
  const second = study.begin(3000, 9)!;
  study.setParameter(second, "kind", true, kind);
  study.finish(second, { state: "failed", failure: "It threw.", ended: 4000 });
  const third = study.begin(5000, 9)!;
  study.report(third, 0, -0.25);
  study.checkpoint(third, "runs/2");
  study.finish(third, { state: "pruned", value: -0.25, ended: 6000 });
  study.release(study.begin(7000, 9)!);
  study.begin(8000, 9);
  study.enqueue({ fixed: {} });
  expect(study.enqueue({ fixed: {}, continues: 2 })).toBe(study.enqueue({ fixed: {}, continues: 2 }));
  expect(study.begin(9000, 4)).toBeUndefined();
}

test("a study in a file differs in nothing from one in memory, nor after it was opened again", async () => {
  const memory = memoryStore().create(settings);
  use(memory);
  const store = await openFile();
  use(store.create(settings));
  expect(store.load("s")!.trials()).toEqual(memory.trials());
  const again = (await openFile()).load("s")!;
  expect(again.settings).toEqual(settings);
  expect(again.trials()).toEqual(memory.trials());
});

test("a study that is not there is undefined; one that is, is not made anew", async () => {
  const store = await openFile();
  expect(store.load("s")).toBeUndefined();
  const space = [{ name: "rate", distribution: rate, role: "nuisance" }] as const;
  store.create({ ...settings, space });
  expect(store.create({ ...settings, seed: 8 }).settings).toEqual({ ...settings, space });
});

test("a finished trial stays the same object, whoever writes meanwhile", async () => {
  const [ours, theirs] = [(await openFile()).create(settings), (await openFile()).create(settings)];
  ours.finish(ours.begin(0, 9)!, { state: "complete", value: 1, ended: 1 });
  const [before] = ours.trials();
  const other = theirs.begin(2, 9)!;
  expect(other.number).toBe(1);
  expect(ours.trials()[1]!.state).toBe("running");
  theirs.finish(other, { state: "complete", value: 2, ended: 3 });
  expect(ours.trials()[1]!.value).toBe(2);
  expect(ours.trials()[0]).toBe(before);
});

test("a trial whose process is gone is taken up once, with what it had up to its checkpoint", async () => {
  const lost = await openFile();
  const begun = lost.create(settings).begin(0, 9)!;
  const study = lost.load("s")!;
  study.setParameter(begun, "rate", 0.05, rate);
  study.report(begun, 0, 3);
  study.checkpoint(begun, "runs/epoch-0");
  study.report(begun, 1, 2);
  abandon(lost);

  const [one, two] = [(await openFile()).load("s")!, (await openFile()).load("s")!];
  const taken = one.begin(100, 9)!;
  expect(taken).toMatchObject({ number: 0, attempt: 2, parameters: { rate: 0.05 }, seed: begun.seed });
  expect(taken.checkpoint).toBe("runs/epoch-0");
  expect(taken.intermediate).toEqual([{ step: 0, value: 3 }]);
  expect(two.begin(101, 9)!.number).toBe(1);
  expect(two.finish(begun, { state: "complete", value: 9, ended: 102 })).toBe(false); // the first attempt is not heard
  expect(one.finish(taken, { state: "complete", value: 1, ended: 103 })).toBe(true);
});

test("a trial that ends its process fifty times is recorded as failed", async () => {
  for (let i = 0; i < 50; i++) {
    const store = await openFile();
    expect(store.create(settings).begin(i, 1)!.attempt).toBe(i + 1);
    abandon(store);
  }
  const study = (await openFile()).load("s")!;
  expect(study.begin(51, 1)).toBeUndefined();
  expect(study.trials()[0]).toMatchObject({
    state: "failed",
    failure: "The process ended in the middle of it 50 times.",
  });
});

test("createStudy takes a file's path, or its address as Optuna writes it", async () => {
  const study = await createStudy({ name: "s", storage: path, seed: 1 });
  await study.optimize((trial) => trial.float("x", 0, 1), { trials: 3 });
  study.close();
  const again = await createStudy({ name: "s", storage: `sqlite:///${path}` });
  expect(again.seed).toBe(1);
  expect(again.trials).toHaveLength(3);
  again.close();
});
