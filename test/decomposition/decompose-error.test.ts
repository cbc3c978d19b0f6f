import { describe, expect, test } from "vitest";
import {
  integerBelow,
  miettinenNurminenInterval,
  newcombeInterval,
  randomSource,
  wilsonInterval,
} from "../../lib/core/index.js";
import { decomposeError, type ErrorLadder } from "../../lib/decomposition/index.js";

/** In percent, as the sources print them; the last two columns are the terms and the dominant one. */
type GoldenRow = [
  name: string,
  ladder: { H: number; Tr: number; TV: number; SV?: number; Te: number },
  terms: number[],
  dominant: string,
];

const fraction = ({ H, Tr, TV, SV, Te }: GoldenRow[1]): ErrorLadder => ({
  irreducible: H / 100,
  train: Tr / 100,
  trainVal: TV / 100,
  testVal: SV === undefined ? undefined : SV / 100,
  test: Te / 100,
});
const counts = (errors: number, samples = 1000) => ({ errors, samples });
const estimates = (ladder: ErrorLadder) => decomposeError(ladder).terms.map(({ estimate }) => estimate);

// F: Full Stack Deep Learning, lecture 7 (2021). N: A. Ng, "Machine Learning Yearning", and the deeplearning.ai course.
// Where a source gives no test error, or no second validation set, the next lower rung stands for it: that term is 0.
const golden: GoldenRow[] = [
  ["F1", { H: 25, Tr: 27, TV: 29, SV: 32, Te: 34 }, [25, 2, 2, 3, 2], "distributionShift"],
  ["F2", { H: 25, Tr: 27, TV: 32, Te: 34 }, [25, 2, 5, 2], "variance"],
  ["F3", { H: 1, Tr: 20, TV: 27, Te: 28 }, [1, 19, 7, 1], "avoidableBias"],
  ["N1", { H: 0, Tr: 1, TV: 11, Te: 11 }, [0, 1, 10, 0], "variance"],
  ["N2", { H: 0, Tr: 15, TV: 16, Te: 16 }, [0, 15, 1, 0], "avoidableBias"],
  ["N5", { H: 14, Tr: 15, TV: 30, Te: 30 }, [14, 1, 15, 0], "variance"],
  ["N8", { H: 0, Tr: 1, TV: 5, SV: 5, Te: 5 }, [0, 1, 4, 0, 0], "variance"],
  ["N9", { H: 0, Tr: 10, TV: 11, SV: 12, Te: 12 }, [0, 10, 1, 1, 0], "avoidableBias"],
  ["N11", { H: 0, Tr: 1, TV: 9, SV: 10, Te: 10 }, [0, 1, 8, 1, 0], "variance"],
  ["N12", { H: 0, Tr: 1, TV: 1.5, SV: 10, Te: 10 }, [0, 1, 0.5, 8.5, 0], "distributionShift"],
  ["N15, person at 1 %", { H: 1, Tr: 8, TV: 10, Te: 10 }, [1, 7, 2, 0], "avoidableBias"],
  ["N15, person at 7.5 %", { H: 7.5, Tr: 8, TV: 10, Te: 10 }, [7.5, 0.5, 2, 0], "variance"],
  ["N16", { H: 0.5, Tr: 5, TV: 6, Te: 6 }, [0.5, 4.5, 1, 0], "avoidableBias"],
  ["N18", { H: 0.5, Tr: 0.7, TV: 0.8, Te: 0.8 }, [0.5, 0.2, 0.1, 0], "avoidableBias"],
];

describe("decomposeError(rates)", () => {
  test.each(golden)("%s: %o has the terms %j, and %s dominates", (_, ladder, terms, dominant) => {
    expect(estimates(fraction(ladder)).map((term) => 100 * term)).toBeAllClose(terms, {
      rtol: 1e-9,
      atol: 1e-9,
    });
    expect(decomposeError(fraction(ladder)).dominant).toBe(dominant);
  });

  test("F1: the shift is validation against validation, 3 points, not validation against test, −2", () => {
    expect(estimates(fraction(golden[0]![1]))[3]).toBeAllClose(0.03, { rtol: 1e-9 });
  });

  test("N13: equal terms are rivals, and the one that is worked on first comes first", () => {
    const { dominant, rivals } = decomposeError(fraction({ H: 4, Tr: 7, TV: 10, SV: 12, Te: 12 }));
    expect([dominant, rivals]).toEqual(["avoidableBias", ["variance"]]);
  });

  test("N7: negative avoidable bias is explained as memorised noise", () => {
    const { terms, reading } = decomposeError(fraction({ H: 14, Tr: 10, TV: 30, Te: 30 }));
    expect(terms[1]!.note).toContain("memorised");
    expect(reading).toContain("Avoidable bias is negative, −4.0 points: training error is below");
  });

  test("a plain number is taken as exact, and the result says so", () => {
    const { terms, reading } = decomposeError(fraction(golden[0]![1]));
    for (const { exact, estimate, low, high } of terms)
      expect([exact, low, high]).toEqual([true, estimate, estimate]);
    expect(reading).toContain("came without counts, so chance is left out of account");
  });

  test("with one validation set there are four terms, and the reading says what the last one holds", () => {
    const { terms, reading } = decomposeError(fraction(golden[1]![1]));
    expect(terms.map(({ name }) => name)).not.toContain("distributionShift");
    expect(reading).toContain("validation overfitting holds any distribution shift too");
  });
});

describe("decomposeError(counts)", () => {
  const published = {
    irreducible: 0.25,
    train: counts(270),
    trainVal: counts(290),
    testVal: counts(320),
    test: counts(340),
  };

  test("gives Wilson's interval for each rung and Newcombe's for each term", () => {
    const { terms, rungs } = decomposeError(published, { confidence: 0.9 });
    expect(rungs[3]).toEqual({
      name: "testVal",
      samples: 1000,
      ...wilsonInterval(320, 1000, { confidence: 0.9 }),
    });
    const { low, high } = newcombeInterval(counts(290), counts(320), { confidence: 0.9 });
    expect([terms[3]!.low, terms[3]!.high]).toBeAllClose([low, high], { rtol: 1e-12 });
  });

  // statsmodels 0.15.0, confint_proportions_2indep(method="newcomb"); five printed digits
  test("F1 and F3 at 1,000 images have the published terms' intervals", () => {
    const f1 = decomposeError(published).terms;
    const f3 = decomposeError({
      irreducible: 0.01,
      train: counts(200),
      trainVal: counts(270),
      test: counts(280),
    }).terms;
    const ends = [f1[3]!, f1[4]!, f3[2]!, f3[3]!].flatMap(({ low, high }) => [low, high]);
    const expected = [-0.01035, 0.07022, -0.02119, 0.0611, 0.03286, 0.10691, -0.02912, 0.04908];
    expect(ends).toBeAllClose(expected, { rtol: 0, atol: 0.5000001e-5 });
  });

  test("the published F1 is undecided at 1,000 images each: not one of its terms can be told from 0", () => {
    const { dominant, samplesNeeded, moreImages, reading } = decomposeError(published);
    expect(dominant).toBe("undecided");
    expect(reading).toContain("Undecided");
    expect(reading).toMatch(
      /about ([\d,]+) more samples of trainVal \(now 1,000\) and \1 more of testVal \(now 1,000\) would settle it/,
    );
    expect(samplesNeeded).toBeGreaterThan(1000);
    expect(moreImages).toEqual([
      { split: "trainVal", samples: 1000, more: samplesNeeded! - 1000 },
      { split: "testVal", samples: 1000, more: samplesNeeded! - 1000 },
    ]);
  });

  test("a split that has images enough is not asked for more", () => {
    const ladder = { ...published, test: counts(3350, 10_000), testVal: counts(310), trainVal: counts(300) };
    expect(decomposeError(ladder).moreImages!.map(({ split }) => split)).toEqual(["train", "trainVal"]);
    const large = { ...published, trainVal: counts(29_000, 100_000) };
    expect(decomposeError(large).moreImages!.map(({ split }) => split)).toEqual(["testVal"]);
  });

  test("as many images as samplesNeeded asks for settle it, at the same rates", () => {
    const needed = decomposeError(published).samplesNeeded!;
    const scaled = (rate: number) => counts(Math.round(rate * needed), needed);
    const ladder = {
      irreducible: 0.25,
      train: counts(270),
      trainVal: scaled(0.29),
      testVal: scaled(0.32),
      test: counts(340),
    };
    expect(decomposeError(ladder).dominant).toBe("distributionShift");
  });

  test("samplesNeeded follows the textbook: (z + 0.84)²·(p₁q₁ + p₂q₂)/Δ² images a split for 5 against 6 %, z that of three terms at once", () => {
    const ladder = {
      irreducible: 0.05,
      train: 0.05,
      trainVal: counts(5, 100),
      testVal: counts(6, 100),
      test: counts(6, 100),
    };
    const textbook = (2.387735 + 0.841621) ** 2 * ((0.05 * 0.95 + 0.06 * 0.94) / 0.01 ** 2);
    expect(decomposeError(ladder).samplesNeeded).toBeAllClose(textbook, { rtol: 0.03 });
  });

  test("a term whose band holds 0 is never called dominant, and the largest above 0 is (1,000 random ladders)", () => {
    const random = randomSource(11);
    for (let i = 0; i < 1000; i++) {
      const samples = 20 + integerBelow(2000, random);
      const rung = () => counts(integerBelow(samples + 1, random), samples);
      const { terms, dominant } = decomposeError({
        irreducible: random(),
        train: rung(),
        trainVal: rung(),
        testVal: rung(),
        test: rung(),
      });
      const above = terms.slice(1).filter(({ band }) => band.low > 1e-12);
      const largest = Math.max(...above.map(({ estimate }) => estimate));
      expect(dominant).toBe(above.find(({ estimate }) => estimate === largest)?.name ?? "undecided");
    }
  });

  test("the parts add up to the test error within 1e-12, each inside its interval (1,000 random ladders)", () => {
    const random = randomSource(12);
    const rung = () => {
      const samples = 1 + integerBelow(5000, random);
      return random() < 0.2 ? random() : counts(integerBelow(samples + 1, random), samples);
    };
    for (let i = 0; i < 1000; i++) {
      const test = counts(integerBelow(100, random), 99);
      const { terms } = decomposeError({
        irreducible: rung(),
        train: rung(),
        trainVal: rung(),
        testVal: rung(),
        test,
      });
      expect(
        Math.abs(terms.reduce((sum, { estimate }) => sum + estimate, 0) - test.errors / 99),
      ).toBeLessThan(1e-12);
      for (const { estimate, low, high, band } of terms) {
        expect(low <= estimate && estimate <= high).toBe(true);
        expect(band.low <= low && high <= band.high).toBe(true);
      }
    }
  });

  test("a training error counted on all of the training set has no sampling error, and the terms beside it narrow", () => {
    const census = { ...published, train: { errors: 270, samples: 1000, population: 1000 } };
    const { terms, rungs } = decomposeError(census);
    expect([rungs[1]!.low, rungs[1]!.high]).toEqual([0.27, 0.27]);
    expect(terms[1]!.exact).toBe(true);
    const trainVal = wilsonInterval(290, 1000);
    expect([terms[2]!.low, terms[2]!.high]).toBeAllClose([trainVal.low - 0.27, trainVal.high - 0.27], {
      rtol: 1e-12,
    });
  });

  test("of half the training set, Wilson's interval shrinks by √½", () => {
    const half = { ...published, train: { errors: 270, samples: 1000, population: 2000 } };
    const { low, high } = wilsonInterval(270, 1000);
    const rung = decomposeError(half).rungs[1]!;
    expect([0.27 - rung.low, rung.high - 0.27]).toBeAllClose([
      (0.27 - low) * Math.SQRT1_2,
      (high - 0.27) * Math.SQRT1_2,
    ]);
  });

  test("Miettinen and Nurminen's intervals are those of the statistics, and rest on Newcombe's where a rate is exact", () => {
    const options = { method: "miettinen-nurminen" as const };
    const { terms } = decomposeError(published, options);
    const shift = miettinenNurminenInterval(counts(290), counts(320));
    expect([terms[3]!.low, terms[3]!.high]).toBeAllClose([shift.low, shift.high], { rtol: 1e-9 });
    expect(terms[1]).toEqual(decomposeError(published).terms[1]);
  });

  test("of half the training set, Miettinen and Nurminen's interval is that of twice as many images", () => {
    const half = { ...published, train: { errors: 270, samples: 1000, population: 2000 } };
    const { low, high } = decomposeError(half, { method: "miettinen-nurminen" }).terms[2]!;
    const twice = miettinenNurminenInterval(counts(540, 2000), counts(290));
    expect([low, high]).toBeAllClose([twice.low, twice.high], { rtol: 1e-9 });
  });

  test("bands reach as far as Šidák has it for as many terms as chance has a part in", () => {
    const four = decomposeError(published).terms[3]!;
    const alone = newcombeInterval(counts(290), counts(320), { confidence: 0.95 ** (1 / 4) });
    expect([four.band.low, four.band.high]).toBeAllClose([alone.low, alone.high], { rtol: 1e-12 });
    const given = { ...published, train: 0.27, trainVal: 0.29, testVal: 0.32 };
    const { low, high, band } = decomposeError(given).terms[4]!;
    expect(band).toEqual({ low, high });
  });

  test("a term that is above 0 by itself, but not among four, is undecided, and the reading gives both intervals", () => {
    const { terms, dominant, reading } = decomposeError({
      ...published,
      trainVal: counts(280),
      testVal: counts(325),
    });
    expect([terms[3]!.low > 0, terms[3]!.band.low > 0, dominant]).toEqual([true, false, "undecided"]);
    expect(reading).toContain("where all terms are to hold at once");
  });

  test("neighbours covary by minus the variance of the rung they share, and all of it adds up to that of the test error", () => {
    const { covariance, rungs } = decomposeError(published);
    const z = 1.959963984540054;
    const variance = rungs.map(({ low, high }) => ((high - low) / (2 * z)) ** 2);
    expect(covariance[2]![3]).toBeAllClose(-variance[2]!, { rtol: 1e-12 });
    expect(covariance[3]![2]).toBe(covariance[2]![3]);
    expect(covariance[1]![3]).toBe(0);
    const sum = covariance.flat().reduce((total, each) => total + each, 0);
    expect(sum).toBeAllClose(variance[4]!, { rtol: 1e-9 });
  });

  test("an irreducible error from annotators brings its own interval, which widens bias", () => {
    const raters = { estimate: 0.25, low: 0.23, high: 0.28, confidence: 0.95 };
    const { terms } = decomposeError({ ...published, irreducible: raters });
    expect([terms[0]!.low, terms[0]!.high, terms[0]!.exact]).toEqual([0.23, 0.28, false]);
    const train = wilsonInterval(270, 1000);
    expect(terms[1]!.low).toBeAllClose(0.02 - Math.hypot(0.27 - train.low, 0.03), { rtol: 1e-9 });
  });

  test("counts count, where a rate brings both counts and an interval, as human level does", () => {
    const counted = { ...counts(250), ...wilsonInterval(250, 1000) };
    const { rungs } = decomposeError({ ...published, irreducible: counted }, { confidence: 0.9 });
    expect(rungs[0]).toEqual({
      name: "irreducible",
      samples: 1000,
      ...wilsonInterval(250, 1000, { confidence: 0.9 }),
    });
  });

  test("a negative term says whether chance may be all there is to it", () => {
    const { terms } = decomposeError({ ...published, testVal: counts(280) });
    expect(terms[3]!.note).toMatch(
      /^chance may be all there is to it; if not, the test distribution is easier/,
    );
    expect(decomposeError({ ...published, testVal: counts(180) }).terms[3]!.note).toMatch(/^the test/);
  });

  test("no errors anywhere is undecided, with nothing to ask for", () => {
    const none = counts(0, 50);
    const result = decomposeError({ irreducible: 0, train: none, trainVal: none, testVal: none, test: none });
    expect(result.dominant).toBe("undecided");
    expect(result).not.toHaveProperty("samplesNeeded");
    expect(result.reading).toContain("Nothing to reduce");
  });
});

describe("decomposeError refuses", () => {
  const good = { irreducible: 0.1, train: 0.1, trainVal: 0.1, testVal: 0.1, test: 0.1 };

  test.each([
    ["errors above samples", { train: counts(11, 10) }, "0 ≤ errors ≤ samples"],
    ["negative counts", { train: counts(-1, 10) }, "0 ≤ errors ≤ samples"],
    ["an empty split", { test: counts(0, 0) }, "at least one sample"],
    ["half an error", { test: counts(0.5, 10) }, "whole numbers"],
    ["a rate above 1, which is a percentage", { test: 34 }, "34 percent is 0.34"],
    ["a percentage that divides badly", { test: 4.4 }, "4.4 percent is 0.044"],
    ["a negative rate", { trainVal: -0.1 }, "from 0 to 1"],
    ["NaN", { trainVal: Number.NaN }, "from 0 to 1"],
    ["a missing rung, by name", { trainVal: undefined }, "trainVal is missing"],
    ["a misspelt rung", { trianVal: 0.1 }, 'write "trainVal" instead'],
    ["more samples than there are", { train: { errors: 1, samples: 10, population: 9 } }, "population: 10"],
  ])("%s", (_, wrong, message) => {
    expect(() => decomposeError({ ...good, ...wrong } as ErrorLadder)).toThrow(message);
  });

  test("an interval that does not hold its estimate, one of a measured rung, and a method of another name", () => {
    const wrong = { estimate: 0.1, low: 0.2, high: 0.3 };
    expect(() => decomposeError({ ...good, irreducible: wrong })).toThrow("low ≤ estimate");
    const measured = { ...good, train: { ...wrong, low: 0 } } as unknown as ErrorLadder;
    expect(() => decomposeError(measured)).toThrow("only the irreducible error");
    expect(() => decomposeError(good, { method: "wald" as "newcombe" })).toThrow('"miettinen-nurminen"');
  });

  test("a confidence of 95 and a misspelt option", () => {
    expect(() => decomposeError(good, { confidence: 95 })).toThrow("pass 0.95");
    expect(() => decomposeError(good, { confidense: 0.9 } as object)).toThrow('write "confidence"');
  });
});
