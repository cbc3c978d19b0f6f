import { type Figure, formatPercent } from "../../core/index.js";
import { assertComparableSplits } from "./assert-comparable-splits.js";
import { panelsFigure } from "./panels-figure.js";
import { classPanel, largestDifference, type SharePanel, type Splits } from "./share-panel.js";

/**
 * How large each class is, in each split.
 *
 * @param splits - data sets with the same classes, by name: `{ train, test }`
 * @returns a figure 640 pixels wide; its reading names the rarest class, and the splits that are not alike
 * @throws UsageError where the classes differ, or a split is empty
 */
export function plotClassBalance(splits: Splits): Figure {
  assertComparableSplits("plotClassBalance", splits);
  const panel = classPanel(splits);
  return { ...panelsFigure([panel], "How many of each class"), reading: classBalanceReading(panel) };
}

function classBalanceReading(panel: SharePanel): string {
  const [first] = panel.splits;
  const fewest = Math.min(...first!.counts);
  const rarest = panel.groups[first!.counts.indexOf(fewest)]!;
  const share = formatPercent(fewest / first!.samples);
  const even = 100 / panel.groups.length;
  const rare = `The rarest class of ${first!.name} is ${rarest}: ${fewest.toLocaleString("en")} images, ${share} %, where even shares were ${formatPercent(even / 100)} %`;
  if (panel.splits.length === 1) return `${rare}.`;
  const difference = largestDifference(panel);
  if (difference === undefined) return `${rare}; the splits are alike, within chance.`;
  const { first: one, second: other, group, shares } = difference;
  return `${rare}; ${group} is ${formatPercent(shares[0])} % of ${one} and ${formatPercent(shares[1])} % of ${other}, which is more than chance.`;
}
