import { describe, expect, test } from "vitest";
import {
  agrestiCoullInterval,
  betaQuantile,
  clopperPearsonInterval,
  jeffreysInterval,
  wilsonInterval,
} from "../../../lib/core/index.js";

const close = { rtol: 1e-9, atol: 1e-15 };
const ends = ({ low, high }: { low: number; high: number }): number[] => [low, high];

// statsmodels 0.15.0: proportion_confint(errors, samples, method="wilson" | "beta" | "agresti_coull");
// SciPy 1.17.1: scipy.stats.beta.ppf([0.025, 0.975], errors + 0.5, samples - errors + 0.5)
const golden: [errors: number, samples: number, ...limits: number[]][] = [
  [
    0, 50, 0, 0.07134759913335874, 0, 0.07112173646419767, 0, 0.08521612057795683, 9.771663301804052e-6,
    0.048758459444071374,
  ],
  [
    0, 1000, 0, 0.003826758485555125, 0, 0.003682083896865672, 0, 0.004616716146226422, 4.909116947944415e-7,
    0.0025081643414222978,
  ],
  [
    1, 1000, 0.00017654637062607765, 0.005642558597957937, 2.531748749129404e-5, 0.005558924279826673, 0,
    0.006241482743328877, 0.00010791880468097968, 0.004664458808791372,
  ],
  [
    5, 100, 0.021543679154367966, 0.11175046923191914, 0.016431879182052155, 0.11283491110546276,
    0.01867635919851718, 0.11461778918776994, 0.019331811985866736, 0.10610007388310305,
  ],
  [
    10, 1000, 0.005440754445529248, 0.018309468870314774, 0.004805510691049308, 0.018313243055112453,
    0.005174101180675488, 0.018576122135168537, 0.005152700745321492, 0.017666397310717785,
  ],
  [
    200, 1000, 0.1763770904431985, 0.22591896464813466, 0.17562057483084223, 0.22615937282137052,
    0.17635060331173255, 0.22594545177960054, 0.17609592487744938, 0.22563767154875947,
  ],
  [
    270, 1000, 0.2434023676164589, 0.29835794128689647, 0.242694150087595, 0.29866703746504736,
    0.24338832881680172, 0.29837198008655363, 0.24317667176002017, 0.2981524923893261,
  ],
  [
    1029, 10000, 0.09709675304748978, 0.10900821845850157, 0.09701134237483788, 0.1090210395889894,
    0.09709480205581893, 0.10901016945017243, 0.09706004732840068, 0.10896977391147085,
  ],
  [
    50, 50, 0.9286524008666412, 1, 0.9288782635358024, 1, 0.9147838794220432, 1, 0.9512415405559286,
    0.9999902283366982,
  ],
  [1, 1, 0.2065493143772374, 1, 0.025, 1, 0.167499485479413, 1, 0.14674631630957513, 0.9996144190192441],
  [0, 1, 0, 0.7934506856227627, 0, 0.975, 0, 0.832500514520587, 0.0003855809807559011, 0.8532536836904248],
];

describe("the intervals of one rate are those of statsmodels and SciPy within 1e-9, at 0 and all wrong too", () => {
  test.each(golden)("%i of %i", (errors, samples, ...limits) => {
    const ours = [wilsonInterval, clopperPearsonInterval, agrestiCoullInterval, jeffreysInterval];
    expect(ours.flatMap((interval) => ends(interval(errors, samples)))).toBeAllClose(limits, close);
  });

  test("Clopper and Pearson's of 250,000 samples", () => {
    const limits = [0.09882666320450577, 0.10118261940802079];
    expect(ends(clopperPearsonInterval(25_000, 250_000))).toBeAllClose(limits, close);
  });
});

test.each([clopperPearsonInterval, jeffreysInterval, agrestiCoullInterval])(
  "%o refuses what are no counts",
  (interval) => {
    expect(() => interval(3, 2)).toThrow("3 errors in 2 samples");
    expect(() => interval(1, 2, { confidence: 95 })).toThrow("pass 0.95");
  },
);

test("betaQuantile is SciPy's, far into the tails", () => {
  // scipy.stats.beta.ppf(1e-6, 0.5, 1000.5) and of (0.999, 40, 2)
  const got = [betaQuantile(1e-6, 0.5, 1000.5), betaQuantile(0.999, 40, 2)];
  expect(got).toBeAllClose([7.852018384068364e-16, 0.9988795040143149], { rtol: 1e-9 });
});
