import { describe, expect, test } from "vitest";
import { miettinenNurminenInterval, newcombeInterval, tangoInterval } from "../../../lib/core/index.js";

const close = { rtol: 1e-9, atol: 1e-13 };
const ends = ({ low, high }: { low: number; high: number }): number[] => [low, high];
const of = (errors: number, samples: number) => ({ errors, samples });

describe("newcombeInterval(first, second)", () => {
  // statsmodels 0.15.0, confint_proportions_2indep(b, n2, a, n1, method="newcomb", compare="diff")
  test.each([
    [200, 1000, 270, 1000, 0.03286205745007879, 0.10690819272139848],
    [270, 1000, 280, 1000, -0.02911874069967365, 0.049078320381954685],
    [56, 70, 48, 80, -0.33387265403690614, -0.05243147240236498],
    [0, 50, 3, 80, -0.037990816610108634, 0.10454720090045116],
    [0, 50, 0, 80, -0.07134759913335874, 0.04581812953552712],
    [50, 50, 80, 80, -0.04581812953552722, 0.07134759913335875],
    [5, 5, 0, 5, -1, -0.38554900569034356],
    [407, 10_000, 208, 2021, 0.049076133382557466, 0.07670915852498958],
    [0, 1000, 1000, 1000, 0.9945881462498017, 1],
  ])("from %i/%i to %i/%i is statsmodels' within 1e-9", (a, n1, b, n2, low, high) => {
    expect(ends(newcombeInterval(of(a, n1), of(b, n2)))).toBeAllClose([low, high], close);
  });
});

describe("miettinenNurminenInterval(first, second)", () => {
  // The score equation solved with mpmath at 30 digits, the restricted likelihood maximized by bisection. statsmodels 0.15.0
  // gives the same to 1e-9 once line 1812 of proportion.py reads `nobs0 * diff`, as Miettinen and Nurminen have it, and not
  // `count0 * diff`; at 0 and at all wrong it raises.
  test.each([
    [200, 1000, 270, 1000, 0.0329040767108249, 0.107036011307905],
    [270, 1000, 280, 1000, -0.0291552328951794, 0.0491361326574883],
    [290, 1000, 320, 1000, -0.0103704198038549, 0.0702962205483491],
    [320, 1000, 340, 1000, -0.0212256432879708, 0.0611687771487299],
    [56, 70, 48, 80, -0.33817294001586834, -0.052829713245844616],
    [407, 10_000, 208, 2021, 0.04908211969255024, 0.07671640296232085],
    [0, 50, 3, 80, -0.035421037615993425, 0.10490943395499955],
    [0, 50, 0, 80, -0.07186093629504268, 0.04615691485360311],
    [50, 50, 80, 80, -0.04615691485360311, 0.07186093629504268],
    [5, 5, 0, 5, -1, -0.4017099031609119],
    [0, 1000, 1000, 1000, 0.9961639911099543, 1],
  ])("from %i/%i to %i/%i solves the score equation within 1e-9", (a, n1, b, n2, low, high) => {
    expect(ends(miettinenNurminenInterval(of(a, n1), of(b, n2)))).toBeAllClose([low, high], close);
  });

  test("of 56/70 and 48/80 is 0.0528 to 0.3382, as R. Newcombe (1998) prints it in his table II, method 6", () => {
    const { low, high } = miettinenNurminenInterval(of(48, 80), of(56, 70));
    expect([low, high].map((limit) => limit.toFixed(4))).toEqual(["0.0528", "0.3382"]);
  });

  test("refuses what are no counts", () => {
    expect(() => miettinenNurminenInterval(of(0, 0), of(1, 2))).toThrow("0 errors in 0 samples");
  });
});

describe("tangoInterval(counts)", () => {
  // The score equation solved with mpmath at 30 digits, the restricted likelihood of the trinomial maximized by bisection
  test.each([
    [260, 147, 394, 9199, 0.020228702416922175, 0.029319082062037],
    [148, 60, 152, 1661, 0.031738172077749774, 0.05987332691103087],
    [59, 16, 6, 80, -0.12402343246406815, -0.005433395731677088],
    [1, 0, 0, 5, -0.39033428790216534, 0.39033428790216534],
    [0, 5, 5, 0, -0.526813818974872, 0.526813818974872],
    [0, 0, 7, 3, 0.22819424023308835, 0.8922087325936989],
    [0, 0, 5, 0, 0.13103507043365045, 1],
    [0, 3, 12, 100, 0.013925724551437379, 0.152112018051903],
  ])("of %i, %i, %i, %i solves the score equation within 1e-9", (a, b, c, d, low, high) => {
    const counts = { bothWrong: a, firstWrong: b, secondWrong: c, bothRight: d };
    expect(ends(tangoInterval(counts))).toBeAllClose([low, high], close);
  });
});
