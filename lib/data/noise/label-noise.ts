import { type Dataset, nearestName, UsageError } from "../../core/index.js";
import { checkRate } from "../check-values.js";

/** How labels become wrong. The three kinds add up; a sample's chance of a wrong label is at most 1. */
export interface LabelNoise {
  /** Symmetric: the share of labels that become wrong, each other class equally likely, 0 … 1; defaults to 0. */
  rate?: number;
  /** Asymmetric: for a class, the share of its labels that become another: `{ person: { "no person": 0.3 } }`. */
  confusions?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /**
   * Dependent on the instance: what each unit of a tag adds to a sample's rate, such as `{ night: 0.05 }`: at severity 4
   * every fifth label is wrong.
   */
  byTag?: Readonly<Record<string, number>>;
}

/** A function from a sample and its label to the chance of each class as its wrong label, shape [classes]. */
export function wrongLabelChances(
  dataset: Dataset,
  { rate = 0, confusions = {}, byTag = {} }: LabelNoise,
): (index: number, label: number) => number[] {
  const { classes } = dataset;
  checkRate("rate", rate);
  const confused = confusionMatrix(classes, confusions);
  for (const [name, weight] of Object.entries(byTag)) {
    checkName("tag", name, Object.keys(dataset.tags));
    if (!Number.isFinite(weight)) checkRate(`byTag.${name}`, weight);
  }
  return (index, label) => {
    let symmetric = rate;
    for (const [name, weight] of Object.entries(byTag)) symmetric += weight * dataset.tags[name]![index]!;
    const others = Math.max(1, classes.length - 1);
    const chances = confused[label]!.map((chance, other) =>
      other === label ? 0 : Math.max(0, symmetric) / others + chance,
    );
    const total = chances.reduce((sum, chance) => sum + chance, 0);
    return total > 1 ? chances.map((chance) => chance / total) : chances;
  };
}

/** Shape [classes, classes]: from which class to which, and how often. */
function confusionMatrix(
  classes: readonly string[],
  confusions: Readonly<Record<string, Readonly<Record<string, number>>>>,
): number[][] {
  const matrix = classes.map(() => classes.map(() => 0));
  for (const [from, targets] of Object.entries(confusions)) {
    const row = matrix[checkName("class", from, classes)]!;
    for (const [to, share] of Object.entries(targets)) {
      const column = checkName("class", to, classes);
      checkRate(`confusions["${from}"]["${to}"]`, share);
      if (to !== from) row[column] = share;
    }
    checkRate(
      `the sum of confusions["${from}"]`,
      row.reduce((sum, share) => sum + share, 0),
    );
  }
  return matrix;
}

function checkName(what: string, name: string, known: readonly string[]): number {
  const at = known.indexOf(name);
  if (at >= 0) return at;
  const meant = nearestName(name, known);
  throw new UsageError({
    got: `the data set has no ${what} "${name}".`,
    expected: `one of ${known.map((own) => `"${own}"`).join(", ") || "(none)"}.`,
    fix: meant === undefined ? `remove "${name}".` : `write "${meant}" instead of "${name}".`,
  });
}
