import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { choice, createStudy, float, int, type Study, space } from "../../../lib/search/index.js";
import { peerProgram, peersMissing } from "../search-peers.js";

const missing = peersMissing();
if (missing !== undefined) console.warn(`Not run: ${missing}`);

const network = () =>
  space({
    rate: float(1e-5, 0.1, { log: true }),
    width: int(8, 64, { step: 8 }),
    kind: choice(["relu", true, null, 3]),
  });

interface Seen {
  readonly direction: string;
  readonly best: number;
  readonly seen: readonly {
    readonly number: number;
    readonly state: string;
    readonly params: Record<string, unknown>;
    readonly value: number | null;
    readonly reports: unknown;
    readonly attributes: unknown;
    readonly distributions: unknown;
  }[];
}

async function ourPart(path: string): Promise<Study> {
  const study = await createStudy({
    name: "network",
    storage: path,
    direction: "maximize",
    space: network(),
  });
  await study.optimize(
    async (trial) => {
      await trial.report(Number.NaN, 0);
      await trial.report(0.25, 1);
      trial.attribute("epochs", [1, 2]);
      if (trial.number === 3) throw new Error("no luck");
      return trial.parameters.rate * trial.parameters.width;
    },
    { trials: 6 },
  );
  return study as unknown as Study;
}

test.runIf(missing === undefined)(
  "Optuna opens our study, goes on with it, and we go on with what it did",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "optuna-"));
    const path = join(folder, "studies.db");
    const study = await ourPart(path);
    const printed = execFileSync(peerProgram("python"), ["test/search/optuna/go-on.py", path, "network"], {
      encoding: "utf8",
    });
    const { direction, best, seen } = JSON.parse(printed) as Seen;

    expect(direction).toBe("MAXIMIZE");
    expect(best).toBeGreaterThanOrEqual(study.trials[0]!.value!);
    expect(seen).toHaveLength(6);
    for (const { number, state, params, value, reports, attributes, distributions } of seen) {
      const ours = study.trials[number]!;
      expect(params).toEqual(ours.parameters);
      expect(value).toBe(ours.value ?? null);
      expect(state).toBe(number === 3 ? "FAIL" : "COMPLETE");
      expect(reports).toEqual([
        [0, "nan"],
        [1, "0.25"],
      ]);
      expect(attributes).toEqual({
        epochs: [1, 2],
        ...(number === 3 && { failure: "Error: no luck" }),
      });
      expect(distributions).toEqual({
        kind: "CategoricalDistribution(choices=('relu', True, None, 3))",
        rate: "FloatDistribution(high=0.1, log=True, low=1e-05, step=None)",
        width: "IntDistribution(high=64, log=False, low=8, step=8)",
      });
    }

    // The study that was open all the time sees what Python wrote.
    expect(study.trials.map(({ state }) => state)).toEqual([
      ...["complete", "complete", "complete", "failed", "complete", "complete"],
      ...["complete", "complete", "complete", "pruned", "complete", "waiting"],
    ]);
    const theirs = study.trials[6]!;
    const { rate, width, kind } = theirs.parameters as { rate: number; width: number; kind: unknown };
    expect(theirs.value).toBe(rate * width + (kind === null ? 1 : 0));
    expect(theirs.attributes).toEqual({ from: "optuna" });
    expect(theirs.distributions).toEqual(study.trials[0]!.distributions);
    expect(study.trials[9]!.value).toBe(1.5); // a pruned trial's last report
    await study.optimize(() => 1, { trials: 13 });
    expect(study.trials[11]).toMatchObject({
      ...{ state: "complete", value: 1, attributes: { why: "a guess" } },
      parameters: { rate: 0.01, kind: null },
    });
    study.close();
    rmSync(folder, { recursive: true });
  },
);
