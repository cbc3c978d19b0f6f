import {
  checkStudy,
  choice,
  createStudy,
  float,
  int,
  random,
  type StudyFinding,
  space,
} from "deep-pessimist/search";
import { describe, expect, test } from "vitest";
import { normal, randomSource } from "../../../lib/core/index.js";

interface Given {
  parameters: { rate: number; layers: number; kind: string };
  seed: number;
  report(value: number, step: number): unknown;
}

const run = async (objective: (trial: Given) => number | Promise<number>, trials = 50) => {
  const study = await createStudy({
    ...{ name: "health", sampler: random(), seed: 7 },
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

  test("names the end at which the best trials lie, and a wider range", async () => {
    const [finding] = checkStudy(
      await run((trial) => healthy(trial) - 12 * Math.log10(trial.parameters.rate), 80),
    );
    expect(finding).toMatchObject({ code: "best-at-edge", where: "rate" });
    expect(finding!.fix).toContain("float(0.0001, 10, { log: true })");
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
    const found = codes(checkStudy(study));
    expect(found.some((text) => /seed-effect|flat-everything/.test(text))).toBe(true);
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
  });

  test("says that a budget is too small", async () => {
    expect(codes(checkStudy(await run(healthy, 6)))).toEqual(["budget-too-small study"]);
  });
});
