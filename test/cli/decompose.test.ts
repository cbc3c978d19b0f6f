import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { runCommandLine } from "../../lib/cli/run-command-line.js";
import { writePredictionLog } from "../../lib/decomposition/index.js";

const folder = mkdtempSync(join(tmpdir(), "decompose-"));
const main = resolve("lib/cli/main.ts");
const guard = resolve("test/support/without-packages.mjs");
const tsx = import.meta.resolve("tsx");
const home = process.cwd();

interface Run {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the command as a program of its own, to which some packages are not installed. */
function decomposeAsProgram(args: string[], without = "@tensorflow"): Run {
  const run = spawnSync("node", ["--import", tsx, "--import", guard, main, "decompose", ...args], {
    cwd: folder,
    env: { ...process.env, WITHOUT_PACKAGES: without },
    encoding: "utf8",
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

/** Runs the command in this process, which is quicker. */
async function decompose(...args: string[]): Promise<Run> {
  const out = vi.spyOn(console, "log").mockImplementation(() => {});
  const err = vi.spyOn(console, "error").mockImplementation(() => {});
  const code = await runCommandLine(["decompose", ...args]);
  const run = { code, out: out.mock.calls.join("\n"), err: err.mock.calls.join("\n") };
  vi.restoreAllMocks();
  return run;
}

/** A log of 1,000 samples, the classes in turn, the first `errors` of them wrong; ids say the split, or what they are told to. */
const writeLog = (
  split: string,
  errors: number,
  {
    name = split,
    ids = split,
    ...change
  }: { name?: string; ids?: string; seed?: number; first?: number } = {},
) => {
  const { first = 0, ...more } = change;
  const isWrong = (i: number) => i >= first && i < first + errors;
  return writePredictionLog(join(folder, `${name}.parquet`), {
    split,
    ids: Array.from({ length: 1000 }, (_, i) => `${ids}-${i}`),
    labels: Int32Array.from({ length: 1000 }, (_, i) => i % 2),
    classes: ["no", "yes"],
    probabilities: Float32Array.from({ length: 2000 }, (_, i) =>
      Number((i >> 1) % 2 === i % 2) !== Number(isWrong(i >> 1)) ? 0.75 : 0.25,
    ),
    tags: {},
    ...more,
  });
};

const files = ["train", "trainVal", "testVal", "test"].map((split) => `${split}.parquet`);
beforeAll(async () => {
  process.chdir(folder);
  for (const [split, errors] of Object.entries({ train: 200, trainVal: 270, testVal: 270, test: 280 }))
    await writeLog(split, errors);
});
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

test("decompose LOG… prints five terms with intervals, the dominant one and the reading, and draws by default, all without TensorFlow", () => {
  const { code, out, err } = decomposeAsProgram([...files, "--irreducible", "0.01"]);
  expect([code, err]).toEqual([0, ""]);
  expect(
    out,
  ).toBe(`Errors: train 20.0 % of 1,000, trainVal 27.0 % of 1,000, testVal 27.0 % of 1,000, test 28.0 % of 1,000.

                          points   95 % interval
  irreducible error          1.0           given
  avoidable bias *         +19.0    16.6 to 21.6
  variance                  +7.0     3.3 to 10.7
  distribution shift         0.0     −3.9 to 3.9
  validation overfitting    +1.0     −2.9 to 4.9
  test error              = 28.0    25.3 to 30.9

* dominant: avoidable bias

Of 28.0 % test error, avoidable bias is the largest part that work can reduce: 19.0
points (95 % interval 16.6 to 21.6); validation overfitting and distribution shift
cannot be told from 0.

Drawn to error-decomposition.svg
`);
  expect(readFileSync(join(folder, "error-decomposition.svg"), "utf8")).toMatch(/^<svg [\s\S]*<\/svg>$/);
});

test("--json prints the result as one document, --figure says where to draw", async () => {
  const { code, out } = await decompose(
    ...files,
    "--json",
    "--figure",
    "made/figure.html",
    "--confidence",
    "0.9",
    "--train-size",
    "1000",
  );
  const result = JSON.parse(out);
  expect(code).toBe(0);
  expect(result).toMatchObject({ dominant: "avoidableBias", confidence: 0.9, figure: "made/figure.html" });
  expect(result.terms).toHaveLength(5);
  expect(result.rungs[1]).toMatchObject({ name: "train", low: 0.2, high: 0.2 });
  expect(readFileSync(join(folder, "made/figure.html"), "utf8")).toContain("<figcaption>");
});

test("what cannot be decided is said to be undecided, with the number of samples that would settle it", async () => {
  const { code, out } = await decompose(
    ...files,
    "--irreducible",
    "0.2",
    "--no-figure",
    "--confidence",
    "0.999999",
  );
  expect(code).toBe(0);
  expect(out).toContain("dominant: undecided");
  expect(out).toMatch(/about\s+[\d,]+\s+more\s+samples\s+of\s+train\s[^.]*would\s+settle\s+it/);
});

test("--looks says how much of the difference between validation and test set picking explains", async () => {
  const { out } = await decompose(...files, "--no-figure", "--looks", "50", "--correlation", "0.5");
  expect(out).toMatch(
    /The best of 50 equally good candidates on 1,000 samples looks \d\.\d\d\s+points better/,
  );
  expect(out.replace(/\s+/g, " ")).toContain("and it is 1.00: picking explains what is seen.");
  const json = JSON.parse((await decompose(...files, "--no-figure", "--looks", "50", "--json")).out);
  expect(json.looks).toMatchObject({ verdict: "explained" });
});

test("--method and --metric change how, and what, is taken apart", async () => {
  const { out } = await decompose(...files, "--no-figure", "--method", "miettinen-nurminen", "--json");
  expect(JSON.parse(out).terms[2].low).toBeCloseTo(0.0329040767, 8);
  const metric = await decompose(...files, "--metric", "logLoss");
  expect(metric.out).toMatch(/^Log loss: train 0\.507 of 1,000,/);
  expect(metric.out).toMatch(/\n {2}test log loss +\+?= 0\.\d{3} +0\.\d{3} to 0\.\d{3}\n/);
  expect(metric.out).not.toContain("Drawn to");
});

test("--seeds takes several runs of a recipe apart together", async () => {
  for (const seed of [1, 2, 3])
    for (const [split, errors] of Object.entries({ train: 100, trainVal: 200, test: 210 }))
      await writeLog(split, errors + 4 * seed, { name: `${split}-${seed}`, seed, first: 20 * seed });
  const runs = [1, 2, 3].flatMap((seed) =>
    ["train", "trainVal", "test"].map((split) => `${split}-${seed}.parquet`),
  );
  const { code, out } = await decompose("--seeds", ...runs, "--no-figure");
  expect(code).toBe(0);
  expect(out.replace(/\s+/g, " ")).toMatch(
    /Of 21\.8 % test error over 3 runs, .* of its variance is from the runs/,
  );
  const alone = await decompose("--seeds", ...files, "--no-figure");
  expect([alone.code, alone.err]).toEqual([2, expect.stringContaining("does not say which run")]);
});

test("--paired compares two logs of the same samples, with the interval that forgets the pairs beside it", async () => {
  await writeLog("test", 100, { name: "narrow", ids: "x" });
  await writeLog("test", 80, { name: "wide", ids: "x", first: 40 });
  const { code, out } = await decompose("--paired", "narrow.parquet", "wide.parquet");
  expect(code).toBe(0);
  expect(out).toContain("Wrong in both: 60, only in narrow: 40, only in wide: 20, in none: 880.");
  expect(out).toMatch(/difference, of pairs \(Newcombe\) +−2\.0 +−3\.6 to −0\.5/);
  expect(out).toMatch(/as if on different samples: wrong +−2\.0 +−4\.5 to 0\.5/);
  const json = JSON.parse((await decompose("--paired", "narrow.parquet", "wide.parquet", "--json")).out);
  expect(json).toMatchObject({ better: "second", counts: { bothWrong: 60 } });
});

test("what is odd about the logs is said below the result", async () => {
  await writeLog("test", 800, { name: "bad", ids: "test" });
  const { code, out } = await decompose(
    "train.parquet",
    "trainVal.parquet",
    "testVal.parquet",
    "bad.parquet",
    "--no-figure",
  );
  expect(code).toBe(0);
  expect(out).toMatch(/error: on test the model is no better than always giving "no"/);
});

test.each([
  ["no log", [], "no logs at all"],
  ["a missing split", ["train.parquet", "test.parquet"], "no log of the split trainVal"],
  ["a missing file", ["none.parquet"], "there is no file none.parquet"],
  ["another picture format", [...files, "--figure", "figure.png"], "write --figure figure.svg"],
  ["a rate that is none", [...files, "--irreducible", "1.5"], "1.5 percent is 0.015"],
  ["a metric of another name", [...files, "--metric", "loss"], "one of error, logLoss"],
  ["a method of another name", [...files, "--method", "wald"], '"miettinen-nurminen"'],
  ["one log to compare", ["--paired", "test.parquet"], "--paired with 1 log"],
  ["options that say different things", ["--paired", "--seeds", ...files], "--paired together with --seeds"],
  ["options that do nothing together", ["--seeds", "--method", "newcombe", ...files], "leave out --method"],
  ["a word for a number", [...files, "--confidence", "high"], '--confidence is "high"'],
])("exits with 2 on %s, says what to type, and leaves nothing behind", async (_, args, message) => {
  rmSync(join(folder, "error-decomposition.svg"), { force: true });
  const { code, err } = await decompose(...args);
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(err).not.toContain("    at ");
  expect(existsSync(join(folder, "error-decomposition.svg"))).toBe(false);
});

test("a figure that cannot be written is an error, after the table", async () => {
  mkdirSync(join(folder, "taken.svg"), { recursive: true });
  const { code, out, err } = await decompose(...files, "--figure", "taken.svg");
  expect(code).toBe(2);
  expect(out).toContain("* dominant");
  expect(err).toContain("taken.svg could not be written");
});

test.each(["jsdom", "plotly.js-dist-min"])(
  "without %s the table is printed and the default figure left out, saying what to install",
  (name) => {
    const { code, out, err } = decomposeAsProgram(files, name);
    expect([code, out.includes("* dominant")]).toEqual([0, true]);
    expect(err).toContain(`drawing needs the package ${name}, which is not installed. npm install jsdom`);
  },
);

test("without jsdom a figure that was asked for is an error", () => {
  const { code, err } = decomposeAsProgram([...files, "--figure", "wanted.svg"], "jsdom");
  expect(code).toBe(2);
  expect(err).toContain("npm install jsdom plotly.js-dist-min");
});
