import {
  asha,
  type CreateStudyOptions,
  checkStudy,
  choice,
  createStudy,
  float,
  gaussianProcess,
  int,
  type Parameter,
  random,
  type StudyFinding,
  space,
  type TrialRecord,
  tpe,
} from "deep-pessimist/search";
import { describe, expect, test } from "vitest";
import { normal, randomSource } from "../../../lib/core/index.js";

interface Given {
  parameters: { rate: number; layers: number; kind: string };
  seed: number;
  report(value: number, step: number): unknown;
}

const run = async (
  objective: (trial: Given) => unknown,
  trials = 50,
  { sampler = random(), seed = 7, pruner }: Partial<CreateStudyOptions> = {},
) => {
  const study = await createStudy({
    ...{ name: "health", sampler, seed, ...(pruner && { pruner }) },
    space: space({ rate: float(1e-4, 1, { log: true }), layers: int(1, 6), kind: choice(["a", "b"]) }),
  });
  await study.optimize(objective as never, { trials });
  return study;
};
const codes = (findings: readonly StudyFinding[]) => findings.map(({ code, where }) => `${code} ${where}`);

/** Every hyperparameter matters, and the best lies inside. */
const healthy = ({ parameters: { rate, layers, kind }, seed }: Given) =>
  Math.log10(rate / 0.01) ** 2 +
  0.15 * (layers - 3) ** 2 +
  (kind === "a" ? 0 : 0.7) +
  0.05 * normal(randomSource(seed, "n"));

describe("checkStudy(study)", () => {
  test("says nothing of a healthy study", async () => {
    expect(codes(checkStudy(await run(healthy)))).toEqual([]);
  });

  test("says nothing of healthy studies whose sampler crowds where it is good", async () => {
    for (const seed of [1, 2, 3, 4])
      for (const sampler of [tpe(), gaussianProcess()])
        expect(codes(checkStudy(await run(healthy, 60, { sampler, seed })))).toEqual([]);
  });

  test("finds the same whichever way is better", async () => {
    for (const objective of [
      healthy,
      (trial: Given) => healthy(trial) - 12 * Math.log10(trial.parameters.rate),
    ]) {
      const study = await run(objective, 60);
      const trials = study.trials.map((trial) => ({ ...trial, value: -trial.value! }));
      const turned = { space: study.space, direction: "maximize" as const, trials };
      expect(checkStudy(turned)).toEqual(checkStudy(study));
    }
  });

  test("names the end at which the best trials lie, and a wider range", async () => {
    const [finding] = checkStudy(
      await run((trial) => healthy(trial) - 12 * Math.log10(trial.parameters.rate), 80),
    );
    expect(finding).toMatchObject({ code: "best-at-edge", where: "rate" });
    expect(finding!.fix).toContain("float(0.0001, 10, { log: true })");
  });

  test("says nothing of an end at which a sampler has settled with what does nothing", () => {
    const at = randomSource(1, "settled");
    const trials = Array.from({ length: 80 }, (_, number): TrialRecord => {
      const parameters = { x: at(), idle: number < 10 ? at() : 1 - 0.1 * at() };
      const common = { distributions: {}, intermediate: [], attempt: 1, attributes: {} };
      return {
        ...common,
        number,
        state: "complete",
        parameters,
        value: (parameters.x - 0.4) ** 2 + 0.01 * at(),
      };
    });
    const searched = space({ x: float(0, 1), idle: float(0, 1) });
    const found = checkStudy({ space: searched, trials, direction: "minimize" });
    expect(found.filter(({ code }) => code === "best-at-edge")).toEqual([]);
  });

  test("does not widen a range below 0, nor one of logarithms to it", async () => {
    const fixOf = async (range: Parameter<number>) => {
      const study = await createStudy({ name: "end", space: space({ x: range }), sampler: random() });
      await study.optimize(({ parameters: { x } }) => x, { trials: 40 });
      return checkStudy(study).find(({ code }) => code === "best-at-edge")!.fix;
    };
    expect(await fixOf(float(0, 0.5))).toContain("Nothing lies below 0: write x: fixed(0)");
    expect(await fixOf(int(1, 512, { log: true }))).toContain("Nothing lies below 1: write x: fixed(1)");
    expect(await fixOf(int(1, 12))).toContain("int(0, 12)");
    expect(await fixOf(float(-1, 1))).toContain("float(-3, 1)");
  });

  test("names a peak too narrow for a surrogate to see, and not that all is flat", async () => {
    const peak = ({ parameters: { rate } }: Given) => 1 - Math.exp(-((Math.log10(rate / 0.01) / 0.15) ** 2));
    expect(codes(checkStudy(await run(peak, 100)))).toEqual(["range-too-wide rate"]);
  });

  test("names a range that is nearly all wasted", async () => {
    const peak = ({ parameters: { rate } }: Given) => 1 - Math.exp(-((Math.log10(rate / 0.01) / 0.3) ** 2));
    expect(codes(checkStudy(await run(peak, 60)))).toContain("range-too-wide rate");
  });

  test("names the largest stable learning rate where training diverges", async () => {
    const study = await run((trial) => (trial.parameters.rate > 0.1 ? Number.NaN : healthy(trial)));
    const finding = checkStudy(study).find(({ code }) => code === "diverged-region")!;
    expect(finding.where).toBe("rate");
    const largest = Math.max(
      ...study.trials.filter(({ state }) => state === "complete").map((t) => t.parameters.rate),
    );
    expect(finding.evidence).toContain(`the largest stable rate is about ${Number(largest.toPrecision(3))}`);
  });

  test("names the limit though a third of the trials diverged to large values, and judges by the others what matters", async () => {
    const study = await run((trial) => {
      const { rate } = trial.parameters;
      return rate > 0.1 ? 1000 * rate : healthy(trial);
    }, 80);
    expect(codes(checkStudy(study))).toEqual(["diverged-region rate"]);
  });

  test("names the choice with which training diverges, and what is left", async () => {
    const study = await run((trial) => (trial.parameters.kind === "b" ? Number.NaN : healthy(trial)), 60);
    const finding = checkStudy(study).find(({ code }) => code === "diverged-region")!;
    expect(finding).toMatchObject({ where: "kind", fix: 'Declare kind: fixed("a").' });
  });

  test("names a limit of whole numbers as it is, on the steps of their range", async () => {
    const study = await createStudy({
      ...{ name: "steps", sampler: random(), seed: 1 },
      space: space({ width: int(64, 4096, { step: 64 }), rate: float(0, 1) }),
    });
    await study.optimize(
      ({ parameters: { width, rate } }) => (width > 2048 ? Number.NaN : rate + width / 4096),
      {
        trials: 60,
      },
    );
    const { fix } = checkStudy(study).find(({ code }) => code === "diverged-region")!;
    const high = Number(/int\(64, (\d+), \{ step: 64 \}\)/.exec(fix)![1]);
    expect(high).toBe(
      Math.max(...study.trials.filter(({ state }) => state === "complete").map((t) => t.parameters.width)),
    );
  });

  test("says that trials fail, and why, where nothing tells which", async () => {
    const half = await run(({ seed }) => {
      if (seed % 2 === 0) throw new RangeError("no memory");
      return 1 + (seed % 1000);
    });
    const finding = checkStudy(half).find(({ code }) => code === "trials-fail")!;
    expect(finding.evidence).toContain("with: RangeError: no memory");
    expect(codes(checkStudy(await run(() => Number.NaN, 12)))).toEqual(["trials-fail study"]);
  });

  test("says that no hyperparameter changes anything, of chance alone and of one value", async () => {
    expect(codes(checkStudy(await run(({ seed }) => normal(randomSource(seed, "only")))))).toEqual([
      "flat-everything study",
    ]);
    expect(codes(checkStudy(await run(() => 1)))).toEqual(["flat-everything study"]);
  });

  test("names a hyperparameter that is not wired in", async () => {
    const unwired = ({ parameters: { rate, kind } }: Given) =>
      Math.log10(rate / 0.01) ** 2 + (kind === "a" ? 0 : 0.7);
    expect(codes(checkStudy(await run(unwired, 80)))).toEqual(["range-without-effect layers"]);
  });

  test("says that seeds do more than hyperparameters", async () => {
    const noisy = ({ parameters: { rate }, seed }: Given) =>
      0.5 * Math.log10(rate) + 3 * normal(randomSource(seed, "s"));
    const study = await run(noisy, 100);
    for (const [i, { parameters }] of study.trials.slice(0, 10).entries())
      study.enqueue(parameters, { seed: 1000 + i });
    await study.optimize(noisy as never, { trials: 110 });
    const findings = checkStudy(study);
    expect(codes(findings)).toEqual(["seed-effect study"]);
    // By hand: 0.5·log₁₀ of a rate even over four decades has the variance 0.25·16/12, the noise 9.
    const share = Number(/^(\d+) %/.exec(findings[0]!.evidence)![1]) / 100;
    expect(share).toBeAllClose(9 / (9 + 4 / 12), { atol: 0.1 });
  });

  test("says that curves cross, and from which step on pruning is safe", async () => {
    const curves = (settledAt: number) => async (trial: Given) => {
      const end = healthy(trial);
      const early = randomSource(trial.seed, "early");
      for (let step = 1; step <= 12; step++) await trial.report(step < settledAt ? normal(early) : end, step);
      return end;
    };
    const finding = checkStudy(await run(curves(9))).find(({ code }) => code === "crossing-curves")!;
    expect(finding.fix).toContain("warmUpSteps: 9");
    expect(codes(checkStudy(await run(curves(1))))).toEqual([]);
    // In ten, a rank correlation of a half may be luck.
    const few = (await run(curves(1), 10)).trials.map((trial, i) => ({
      ...{ ...trial, value: i },
      intermediate: [1, 2, 3].map((step) => ({ step, value: [4, 3, 2, 1, 0, 9, 8, 7, 6, 5][i]! })),
    }));
    const found = codes(checkStudy({ trials: few, direction: "minimize" }));
    expect(found).not.toContain("crossing-curves study");
  });

  test("says that reports go the other way than values", async () => {
    const study = await run(async (trial) => {
      for (let step = 1; step <= 6; step++) await trial.report(-healthy(trial), step);
      return healthy(trial);
    });
    expect(checkStudy(study).map(({ title }) => title)).toEqual([
      "Reports and values go opposite ways: a pruner would stop the best trials",
    ]);
  });

  test("counts trials that were stopped early for the budget, and says where none was complete", async () => {
    const curves = async (trial: Given & { shouldPrune(): Promise<boolean> }) => {
      for (let step = 1; step <= 12; step++) {
        await trial.report(healthy(trial) + 3 / step, step);
        if (await trial.shouldPrune()) return;
      }
      return healthy(trial);
    };
    const stopped = await run(curves as never, 100, { pruner: asha({ maxSteps: 12, reduction: 3 }) });
    expect(codes(checkStudy(stopped))).toEqual([]);
    const none = await run(curves as never, 9, { pruner: { name: "all", shouldPrune: () => true } });
    expect(checkStudy(none).map(({ title }) => title)).toEqual(["No trial is complete yet"]);
  });

  test("says how many trials there should be in all, where some fail", async () => {
    const [finding] = checkStudy(await run((trial) => (trial.seed % 2 ? Number.NaN : healthy(trial)), 12));
    const complete = 12 - Number(/^(\d+) of 12/.exec(finding!.title)![1]);
    const more = Math.ceil(((5 + 5 * 3 - complete) * 12) / complete);
    expect(
      checkStudy(await run((trial) => (trial.seed % 2 ? Number.NaN : healthy(trial)), 12)).at(1)!.fix,
    ).toContain(`trials: ${12 + more} }`);
  });

  test("shows itself in a notebook: what was seen, and what to do; or that nothing was", async () => {
    const shown = (value: object) =>
      (value as Record<symbol, () => Record<string, string>>)[Symbol.for("Jupyter.display")]!();
    expect(shown(checkStudy(await run(healthy)))["text/plain"]).toBe("Nothing that looks wrong was seen.");
    const flat = shown(checkStudy(await run(() => 1)));
    expect(flat["text/html"]).toContain("<td>No hyperparameter changes the objective</td>");
    expect(flat["text/plain"]).toContain("To do: See that the objective uses trial.parameters");
  });

  test("says that a budget is too small", async () => {
    expect(codes(checkStudy(await run(healthy, 6)))).toEqual(["budget-too-small study"]);
  });
});
