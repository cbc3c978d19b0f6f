import { describe, expect, test } from "vitest";
import { randomSource } from "../../../lib/core/index.js";
import { mixAndRate, mixAndRateOfTag } from "../../../lib/decomposition/index.js";
import { plantedLog } from "../slices/planted-log.js";

const golden = [
  { name: "day", source: { samples: 1600, errors: 16 }, target: { samples: 1000, errors: 10 } },
  { name: "dusk", source: { samples: 300, errors: 9 }, target: { samples: 400, errors: 16 } },
  { name: "night", source: { samples: 100, errors: 10 }, target: { samples: 600, errors: 90 } },
];

describe("mixAndRate", () => {
  test("is .0300 of mix and .0105 of rate for shares .8 .15 .05 to .5 .2 .3, errors .01 .03 .10 to .01 .04 .15", () => {
    const { mix, rate, total, slices } = mixAndRate(golden);
    expect([mix.estimate, rate.estimate, total.estimate]).toBeAllClose([0.03, 0.0105, 0.0405], {
      rtol: 1e-12,
    });
    expect(slices.reduce((sum, slice) => sum + slice.mix + slice.rate, 0)).toBeAllClose(0.0405);
  });

  test("the whole has the interval of two independent rates, p (1 − p) / n each", () => {
    const { total } = mixAndRate(golden);
    const [before, after] = [35 / 2000, 116 / 2000];
    const error = Math.sqrt((before * (1 - before) + after * (1 - after)) / 2000);
    expect(total.high - total.low).toBeAllClose(2 * 1.96 * error, { rtol: 0.02 });
  });

  test("intervals hold the truth 93 to 97.5 times in 100", () => {
    const random = randomSource(1, "kitagawa");
    const truth = { w: [0.7, 0.3], v: [0.4, 0.6], e: [0.05, 0.2], f: [0.06, 0.25] };
    const draw = (shares: number[], rates: number[]) => {
      const counts = shares.map(() => ({ samples: 0, errors: 0 }));
      for (let i = 0; i < 400; i++) {
        const cell = counts[random() < shares[0]! ? 0 : 1]!;
        cell.samples++;
        cell.errors += Number(random() < rates[counts.indexOf(cell)]!);
      }
      return counts;
    };
    const [mix, rate] = [0.3 * ((0.2 + 0.25) / 2) - 0.3 * ((0.05 + 0.06) / 2), 0.01 * 0.55 + 0.05 * 0.45];
    const runs = Array.from({ length: 1500 }, () => {
      const [source, target] = [draw(truth.w, truth.e), draw(truth.v, truth.f)];
      return mixAndRate(["a", "b"].map((name, i) => ({ name, source: source[i]!, target: target[i]! })));
    });
    const covered = (part: "mix" | "rate", value: number) =>
      runs.filter((run) => run[part].low <= value && value <= run[part].high).length / runs.length;
    for (const share of [covered("mix", mix), covered("rate", rate)]) {
      expect(share).toBeGreaterThan(0.93);
      expect(share).toBeLessThan(0.975);
    }
  });

  test("a slice that only the target has changes the mix alone", () => {
    const [day] = golden;
    const { slices, total } = mixAndRate([
      day!,
      { name: "snow", source: { samples: 0, errors: 0 }, target: { samples: 500, errors: 100 } },
    ]);
    expect(slices[1]!.rate).toBe(0);
    expect(total.estimate).toBeAllClose(110 / 1500 - 0.01);
  });

  test.each([
    [[], "no samples as source"],
    [[{ ...golden[0]!, target: { samples: 3, errors: 4 } }], '4 errors in 3 samples as target of "day"'],
  ])("refuses %j", (slices, message) => {
    expect(() => mixAndRate(slices)).toThrow(message);
  });
});

describe("mixAndRateOfTag", () => {
  const { log: source } = plantedLog({ samples: 3000, tags: 2, plants: [{ 0: [3] }], seed: 1 });

  test("adds up to the difference of the two error rates, missing tags included", () => {
    const { log } = plantedLog({ samples: 2000, tags: 2, values: 9, plants: [{ 0: [3] }], seed: 2 });
    const t0 = log.tags.t0!.map((value) => (value === 8 ? Number.NaN : value));
    const target = { ...log, tags: { ...log.tags, t0 } };
    const rateOf = ({ probabilities, labels }: typeof log) =>
      probabilities.filter((p, i) => i % 2 === 1 && p > 0.5).length / labels.length;
    const { mix, rate, slices } = mixAndRateOfTag(source, target, "t0");
    expect(mix.estimate + rate.estimate).toBeAllClose(rateOf(target) - rateOf(source), { rtol: 1e-9 });
    expect(slices.at(-1)!.name).toBe("t0 missing");
  });

  test("finds that a shift is of the mix where only the mix was moved", () => {
    const { log } = plantedLog({ samples: 12_000, tags: 2, plants: [{ 0: [3] }], seed: 3 });
    const kept = [...log.ids.keys()].filter((row) => log.tags.t0![row] === 3 || row % 3 === 0);
    const pick = (column: Float32Array) => Float32Array.from(kept, (row) => column[row]!);
    const target = {
      ...log,
      ids: kept.map((row) => log.ids[row]!),
      labels: new Int32Array(kept.length),
      probabilities: Float32Array.from(
        kept.flatMap((row) => [...log.probabilities.slice(2 * row, 2 * row + 2)]),
      ),
      tags: { t0: pick(log.tags.t0!) },
    };
    const { mix, rate, reading } = mixAndRateOfTag(source, target, "t0");
    expect(mix.low).toBeGreaterThan(0.03);
    expect(rate.low < 0 && rate.high > 0).toBe(true);
    expect(reading).toMatch(/^Of a shift of [\d.]+ points/);
  });

  test("refuses a tag that a log does not have, and says which it has", () => {
    expect(() => mixAndRateOfTag(source, source, "t3")).toThrow('has no tag "t3"');
    expect(() => mixAndRateOfTag(source, source, "t0", { bins: 99 })).toThrow("bins = 99");
  });
});
