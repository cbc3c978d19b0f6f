import { countErrors, decomposeError } from "../../lib/decomposition/index.js";
import { suggestNextSteps } from "../../lib/improvement/index.js";
import { makeRun, type PlantedRun } from "./make-run.js";
import { planRun } from "./plan-run.js";
import { isRight, shares, type Truth, type Verdict, type World } from "./plants.js";
import { pointRules } from "./point-rules.js";

/** The thresholds that the point rules may choose from, as rates. */
const thresholds = [0.0025, 0.005, 0.0075, 0.01, 0.015, 0.02, 0.03];

/** How one contestant did. */
export interface Score {
  /** Planted runs by cause, and how many of them it named right. */
  readonly planted: Record<string, { runs: number; right: number; refused: number }>;
  healthy: number;
  falseAlarms: number;
}

/** What suggestNextSteps is called in the table. */
export const ours = "suggestNextSteps";

/** Scores suggestNextSteps and every point rule at every threshold on as many planted and as many healthy runs; named "rule > threshold". */
export function scoreRuns(world: World, seed: number, count: number): Map<string, Score> {
  const scores = new Map<string, Score>();
  const note = (name: string, { truth }: PlantedRun["plan"], verdict: Verdict) => {
    const score = scores.get(name) ?? { planted: {}, healthy: 0, falseAlarms: 0 };
    scores.set(name, score);
    if (truth.cause === "healthy") {
      score.healthy++;
      if (!isRight(verdict, truth)) score.falseAlarms++;
      return;
    }
    score.planted[truth.cause] ??= { runs: 0, right: 0, refused: 0 };
    const of = score.planted[truth.cause]!;
    of.runs++;
    if (isRight(verdict, truth)) of.right++;
    else if (verdict.cause === undefined) of.refused++;
  };
  for (const plan of plans(world, seed, count)) {
    const run = makeRun(plan);
    const { logs, history } = run;
    note(ours, plan, suggestNextSteps({ logs, history }, { irreducible: plan.irreducible }));
    if (plan.truth.term !== undefined)
      note("decomposeError's dominant term", plan, { ...dominantOf(run), ...whereOf(plan.truth) });
    for (const [name, rule] of Object.entries(pointRules))
      for (const threshold of thresholds) note(`${name} > ${threshold}`, plan, rule(run, threshold));
  }
  return scores;
}

/** Planted ones in their shares, then as many healthy ones. */
function* plans(world: World, seed: number, count: number): Generator<PlantedRun["plan"]> {
  for (const [cause, share] of Object.entries(shares))
    for (let i = 0; i < Math.round((share * count) / 300); i++)
      yield planRun(cause as Truth["cause"], i, world, seed);
  for (let i = 0; i < count; i++) yield planRun("healthy", i, world, seed);
}

function dominantOf({ logs, plan }: PlantedRun): Verdict {
  const [train, trainVal, testVal, test] = logs.map((log) => countErrors(log));
  const ladder = {
    irreducible: plan.irreducible,
    train: train!,
    trainVal: trainVal!,
    testVal: testVal!,
    test: test!,
  };
  const { dominant } = decomposeError(ladder);
  return dominant === "undecided" ? {} : { cause: dominant };
}

/** The dominant term names no condition; it is right without. */
const whereOf = ({ where }: Truth): Verdict => (where === undefined ? {} : { where });

/** The share of planted runs in which a wrong cause, or a wrong place, was named. */
export function wrongShare({ planted }: Score): number {
  const all = Object.values(planted);
  const sum = (of: (each: (typeof all)[number]) => number) =>
    all.reduce((total, each) => total + of(each), 0);
  return sum(({ runs, right, refused }) => runs - right - refused) / sum(({ runs }) => runs);
}

/** The share of planted runs that were named right; of `causes` alone where they are given. */
export function rightShare({ planted }: Score, causes: readonly string[] = Object.keys(planted)): number {
  const chosen = causes.map((cause) => planted[cause]!);
  const sum = (key: "runs" | "right") => chosen.reduce((total, each) => total + each[key], 0);
  return sum("right") / sum("runs");
}
