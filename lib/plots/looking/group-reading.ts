import { type Dataset, formatPercent, wilsonInterval } from "../../core/index.js";
import type { ImageGroup } from "./group-images.js";

/** How sure we are before we say that a group's classes differ from the rest's: groups are many. */
const confidence = 0.999;

/** How many images each group has, and, for a tag, whether it gives the class away. */
export function groupReading(dataset: Dataset, by: string, groups: readonly ImageGroup[]): string {
  const counted = groups.map(({ label, rows }) => {
    const name = by === "label" ? label : label.slice(by.length + 1);
    return `${rows.length.toLocaleString("en")} ${by === "label" ? "" : "at "}${name}`;
  });
  const counts = `${dataset.size.toLocaleString("en")} images${by === "label" ? "" : ` by ${by}`}: ${counted.join(", ")}`;
  if (by === "label") return `${counts}; the rarest class has ${rarest(dataset, groups)} %.`;
  const telling = mostTelling(dataset, groups);
  return telling === undefined
    ? `${counts}; the classes are mixed alike in all of them, within chance.`
    : `${counts}; ${telling}.`;
}

function rarest({ size }: Dataset, groups: readonly ImageGroup[]): string {
  return formatPercent(Math.min(...groups.map(({ rows }) => rows.length)) / size);
}

/** The group and the class whose share is furthest from that among all images, if chance does not explain it. */
function mostTelling({ labels, classes, size }: Dataset, groups: readonly ImageGroup[]): string | undefined {
  let found: { distance: number; text: string } | undefined;
  const all = countClasses(labels, classes.length);
  for (const { label, rows } of groups) {
    const counts = countClasses(rows, classes.length, labels);
    for (const [k, name] of classes.entries()) {
      const overall = all[k]! / size;
      const { estimate, low, high } = wilsonInterval(counts[k]!, rows.length, { confidence });
      const distance = Math.abs(estimate - overall);
      if ((overall >= low && overall <= high) || distance <= (found?.distance ?? 0)) continue;
      const shares = `${formatPercent(estimate)} % of the images at ${label} and ${formatPercent(overall)} % of all`;
      found = {
        distance,
        text: `${name} is ${shares}: more than chance, so this tag says something of the class`,
      };
    }
  }
  return found?.text;
}

function countClasses(rows: ArrayLike<number>, classes: number, labels?: Int32Array): number[] {
  const counts = new Array<number>(classes).fill(0);
  for (let i = 0; i < rows.length; i++) counts[labels === undefined ? rows[i]! : labels[rows[i]!]!]!++;
  return counts;
}
