import { integerBelow, logGamma, newcombeInterval, randomSource, wilsonInterval } from "../lib/core/index.js";
import { decomposeError } from "../lib/decomposition/index.js";

/** One cell of the simulation: a ladder whose training error is `rate`, with `samples` images in each split. */
export interface Cell {
  readonly rate: number;
  readonly samples: number;
}

/** How often intervals held what they should, as shares of the draws. */
export interface Coverage {
  /** Wilson's interval of the test error. */
  readonly rung: number;
  /** Newcombe's interval of variance, shift and validation overfitting, on average and the worst. */
  readonly term: number;
  readonly worstTerm: number;
  /** All bands at once. */
  readonly band: number;
  /** The textbook's, ±1.96 standard errors, for the same terms, on average. */
  readonly wald: number;
  /** Miettinen and Nurminen's, of variance alone, from fewer draws. */
  readonly score: number;
  /** How often a term dominates where all of them are 0. */
  readonly falseAlarms: number;
}

/** What the rungs above training are, in training errors: ladders look like this. */
const steps = [1, 1.3, 1.5, 1.6];

/** Draws ladders and counts how often the library's intervals hold the true terms. */
export function coverageOf(
  { rate, samples }: Cell,
  draws: number,
  scoreDraws: number,
  seed: number,
): Coverage {
  const rates = steps.map((step) => Math.min(1, rate * step));
  const irreducible = rate / 2;
  const truth = rates.map((each, i) => each - (i === 0 ? irreducible : rates[i - 1]!));
  const random = randomSource(seed, "coverage", samples, rate);
  const samplers = rates.map((each) => binomial(samples, each));
  const equal = binomial(samples, rate);
  const each = limitsByCount(samples, 0.95);
  const all = limitsByCount(samples, 0.95 ** (1 / 4));
  const held = { rung: 0, terms: [0, 0, 0, 0], band: 0, wald: 0, alarms: 0 };
  const counts = new Array<number>(4).fill(0);
  for (let draw = 0; draw < draws; draw++) {
    for (let i = 0; i < 4; i++) counts[i] = samplers[i]!(random);
    if (draw < 20) assertSame({ irreducible, counts, samples, each, all });
    const [low, high] = each(counts[3]!);
    held.rung += Number(low <= rates[3]! && rates[3]! <= high);
    let inside = true;
    for (let i = 0; i < 4; i++) {
      held.terms[i]! += Number(holds(each, counts, i, irreducible, samples, truth[i]!));
      if (!holds(all, counts, i, irreducible, samples, truth[i]!)) inside = false;
      if (i > 0) held.wald += Number(waldHolds(counts[i - 1]!, counts[i]!, samples, truth[i]!)) / 3;
    }
    held.band += Number(inside);
    for (let i = 0; i < 4; i++) counts[i] = equal(random);
    if ([0, 1, 2, 3].some((i) => lowOf(all, counts, i, rate, samples) > 1e-12)) held.alarms++;
  }
  let score = 0;
  for (let draw = 0; draw < scoreDraws; draw++) {
    const [errors, more] = [samplers[0]!(random), samplers[1]!(random)];
    const { low, high } = decomposeError(
      { irreducible: 0, train: { errors, samples }, trainVal: { errors: more, samples }, test: 0 },
      { method: "miettinen-nurminen" },
    ).terms[2]!;
    score += Number(low <= truth[1]! && truth[1]! <= high);
  }
  const terms = held.terms.slice(1).map((count) => count / draws);
  return {
    rung: held.rung / draws,
    term: terms.reduce((sum, share) => sum + share, 0) / terms.length,
    worstTerm: Math.min(...terms),
    band: held.band / draws,
    wald: held.wald / draws,
    score: scoreDraws === 0 ? Number.NaN : score / scoreDraws,
    falseAlarms: held.alarms / draws,
  };
}

type Limits = (errors: number) => readonly [low: number, high: number];

/** Wilson's limits of each count, worked out once. */
function limitsByCount(samples: number, confidence: number): Limits {
  const known = new Map<number, readonly [number, number]>();
  return (errors) => {
    const before = known.get(errors);
    if (before !== undefined) return before;
    const { low, high } = wilsonInterval(errors, samples, { confidence });
    known.set(errors, [low, high]);
    return [low, high];
  };
}

function endsOf(
  limits: Limits,
  counts: readonly number[],
  i: number,
  bottom: number,
  samples: number,
): [number, number] {
  const [low, high] = limits(counts[i]!);
  const rate = counts[i]! / samples;
  const [below, lowBelow, highBelow] =
    i === 0 ? [bottom, bottom, bottom] : [counts[i - 1]! / samples, ...limits(counts[i - 1]!)];
  const difference = rate - below;
  return [
    difference - Math.hypot(rate - low, highBelow - below),
    difference + Math.hypot(high - rate, below - lowBelow),
  ];
}

const lowOf = (
  limits: Limits,
  counts: readonly number[],
  i: number,
  bottom: number,
  samples: number,
): number => endsOf(limits, counts, i, bottom, samples)[0];

function holds(
  limits: Limits,
  counts: readonly number[],
  i: number,
  bottom: number,
  samples: number,
  truth: number,
): boolean {
  const [low, high] = endsOf(limits, counts, i, bottom, samples);
  return low <= truth && truth <= high;
}

function waldHolds(first: number, second: number, samples: number, truth: number): boolean {
  const [p, q] = [first / samples, second / samples];
  const reach = 1.959963984540054 * Math.sqrt((p * (1 - p) + q * (1 - q)) / samples);
  return Math.abs(q - p - truth) <= reach;
}

/** The quick way above must be the library's own. */
function assertSame(drawn: {
  irreducible: number;
  counts: readonly number[];
  samples: number;
  each: Limits;
  all: Limits;
}): void {
  const { irreducible, counts, samples, each, all } = drawn;
  const [train, trainVal, testVal, test] = counts.map((errors) => ({ errors, samples }));
  const { terms } = decomposeError({ irreducible, train: train!, trainVal: trainVal!, testVal, test: test! });
  for (let i = 0; i < 4; i++) {
    const { low, high, band } = terms[i + 1]!;
    const quick = [
      ...endsOf(each, counts, i, irreducible, samples),
      ...endsOf(all, counts, i, irreducible, samples),
    ];
    const own = [low, high, band.low, band.high];
    if (own.some((limit, k) => Math.abs(limit - quick[k]!) > 1e-12))
      throw new Error(`Term ${i} of ${counts.join(", ")} is ${own.join(", ")}, not ${quick.join(", ")}.`);
  }
  const { low } = newcombeInterval(train!, trainVal!);
  if (Math.abs(low - terms[2]!.low) > 1e-12)
    throw new Error("decomposeError does not give Newcombe's interval.");
}

/** A sampler of the binomial: W. J. Walker's table, of which each draw looks at one entry. */
function binomial(samples: number, rate: number): (random: () => number) => number {
  const spread = 9 * Math.sqrt(samples * rate * (1 - rate)) + 12;
  const first = Math.max(0, Math.floor(samples * rate - spread));
  const last = Math.min(samples, Math.ceil(samples * rate + spread));
  const logOf = (k: number) =>
    logGamma(samples + 1) -
    logGamma(k + 1) -
    logGamma(samples - k + 1) +
    k * Math.log(rate) +
    (samples - k) * Math.log1p(-rate);
  const size = last - first + 1;
  const weights = Array.from({ length: size }, (_, i) => Math.exp(logOf(first + i)) * size);
  const keep = new Float64Array(size).fill(1);
  const alias = Uint32Array.from({ length: size }, (_, i) => i);
  const small = weights.flatMap((weight, i) => (weight < 1 ? [i] : []));
  const large = weights.flatMap((weight, i) => (weight < 1 ? [] : [i]));
  while (small.length > 0 && large.length > 0) {
    const [less, more] = [small.pop()!, large.at(-1)!];
    keep[less] = weights[less]!;
    alias[less] = more;
    weights[more]! -= 1 - weights[less]!;
    if (weights[more]! < 1) small.push(large.pop()!);
  }
  return (random) => {
    const i = integerBelow(size, random);
    return first + (random() < keep[i]! ? i : alias[i]!);
  };
}
