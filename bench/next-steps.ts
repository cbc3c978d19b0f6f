import { shares } from "./next-steps/plants.js";
import { pointRules } from "./next-steps/point-rules.js";
import { ours, rightShare, type Score, scoreRuns, wrongShare } from "./next-steps/score-runs.js";
import { table } from "./table.js";

/** The causes that are terms of the sum: all that the rules of thumb speak of. */
const terms = ["avoidableBias", "variance", "distributionShift", "validationOverfitting"];

const [tuningSeed, scoringSeed, scarceSeed, count] = [1, 2026, 8, 300];

/** suggestNextSteps beside the rules of FSDL and Ng on planted and on healthy runs. */
export async function benchNextSteps(): Promise<string> {
  const tuning = scoreRuns("tuning", tuningSeed, count);
  const scoring = scoreRuns("scoring", scoringSeed, count);
  const contestants = [ours, ...Object.keys(pointRules).map((rule) => bestThreshold(tuning, rule))];
  const rows = contestants.map((name) => {
    const score = scoring.get(name)!;
    return [name, percent(rightShare(score)), percent(rightShare(score, terms)), percent(alarms(score))];
  });
  const own = scoring.get(ours)!;
  const causes = Object.keys(shares).map((cause) => {
    const { runs, right, refused } = own.planted[cause]!;
    const others = contestants.slice(1).map((name) => String(scoring.get(name)!.planted[cause]!.right));
    return [cause, String(runs), String(right), String(refused), ...others];
  });
  const scarce = scoreRuns("scarce", scarceSeed, count);
  const few = contestants.map((name) => {
    const score = scarce.get(name)!;
    return [name, percent(rightShare(score)), percent(wrongShare(score)), percent(alarms(score))];
  });
  const dominant = scoring.get("decomposeError's dominant term")!;
  return [
    "## What to do next",
    "",
    `${count} planted and ${count} healthy runs, drawn in a world (classes, conditions, law of the margins, seed) in which no threshold was chosen; the`,
    "rules' thresholds are their best ones of the other world. Right means: the cause, and the condition, class or split that it sits in.",
    "",
    table(["contestant", "right, %", "of them terms of the sum, %", "false alarms, %"], rows),
    "",
    `The dominant term of \`decomposeError\` is the planted one in ${percent(rightShare(dominant))} % of the runs in which it is a term. Wanted: 95 % right, 10 points more than`,
    "the rules, at most 5 % false alarms. The rules know no cause that is not a term; on terms alone they are about as good, for the planted ones are large.",
    "",
    "With a tenth of the images, 100 to 800 in a split, the data often cannot say; suggestNextSteps then does not:",
    "",
    table(["contestant", "right, %", "wrong, %", "false alarms, %"], few),
    "",
    "Of the runs of the first table, cause by cause:",
    "",
    table(["cause", "runs", "right", "refused", "FSDL", "Ng", "Ng, looking"], causes),
  ].join("\n");
}

const alarms = ({ healthy, falseAlarms }: Score): number => falseAlarms / healthy;

const percent = (share: number): string => (100 * share).toFixed(1);

/** The rule at the threshold that is right most often, planted and healthy runs counted alike. */
function bestThreshold(scores: ReadonlyMap<string, Score>, rule: string): string {
  const quality = (name: string) => rightShare(scores.get(name)!) + 1 - alarms(scores.get(name)!);
  const names = [...scores.keys()].filter((name) => name.startsWith(`${rule} > `));
  return names.reduce((best, name) => (quality(name) > quality(best) ? name : best));
}
