import { checkOptions, type Figure, formatPercent, nearestName, UsageError } from "../../core/index.js";
import { assertComparableSplits } from "./assert-comparable-splits.js";
import { panelsFigure } from "./panels-figure.js";
import { largestDifference, type SharePanel, type Splits, tagPanel } from "./share-panel.js";

/** Options for {@link plotTags}. */
export interface PlotTagsOptions {
  /** Which tags; defaults to those that vary, at most six: where splits differ most comes first. */
  tags?: readonly string[];
}

/** Panels that one figure can hold. */
const most = 6;

/**
 * The tags of a data set as histograms, one beside the other for each split: where they differ, the test images are not
 * like those that trained.
 *
 * @param splits - data sets by name: `{ train, test }`
 * @returns a figure 640 pixels wide; its reading names the tag in which two splits differ most
 * @throws UsageError where no tag varies, or one is asked for that is not there
 */
export function plotTags(splits: Splits, options: PlotTagsOptions = {}): Figure {
  checkOptions("plotTags", options, ["tags"]);
  assertComparableSplits("plotTags", splits);
  const known = [...new Set(Object.values(splits).flatMap(({ tags }) => Object.keys(tags)))];
  for (const tag of options.tags ?? []) assertKnown(tag, known);
  const panels = (options.tags ?? known).map((tag) => tagPanel(splits, tag));
  const shown = options.tags === undefined ? mostTelling(panels) : panels;
  if (shown.length === 0) throw nothingVaries(known);
  const title = Object.keys(splits).length === 1 ? "What the tags say" : "What the tags say, split by split";
  return { ...panelsFigure(shown, title), reading: tagsReading(panels, shown.length) };
}

/** Panels with something to see, the largest difference first; the order of the tags otherwise. */
function mostTelling(panels: readonly SharePanel[]): SharePanel[] {
  const distance = (panel: SharePanel): number => largestDifference(panel)?.distance ?? 0;
  return panels
    .filter(({ groups }) => groups.length > 1)
    .map((panel, i) => ({ panel, i, distance: distance(panel) }))
    .sort((a, b) => b.distance - a.distance || a.i - b.i)
    .slice(0, most)
    .map(({ panel }) => panel);
}

function tagsReading(panels: readonly SharePanel[], shown: number): string {
  const same = panels.filter(({ groups }) => groups.length <= 1).map(({ name }) => name);
  const constant = same.length === 0 ? "" : ` The same everywhere: ${same.join(", ")}.`;
  const splits = panels[0]!.splits.length;
  if (splits === 1) return `${panels.length} tags, ${shown} of them shown.${constant}`;
  const differing = panels
    .flatMap((panel) => {
      const difference = largestDifference(panel);
      return difference === undefined ? [] : [{ name: panel.name, ...difference }];
    })
    .sort((a, b) => b.distance - a.distance);
  const [widest, ...others] = differing;
  if (widest === undefined) return `The splits are alike in every tag, within chance.${constant}`;
  const { name, group, first, second, shares } = widest;
  const also =
    others.length === 0
      ? ""
      : ` They differ more than by chance in ${others.map((o) => o.name).join(", ")} too.`;
  return `${first} and ${second} differ most in ${name}: it is ${group} for ${formatPercent(shares[0])} % and ${formatPercent(shares[1])} % of the images.${also}${constant}`;
}

function assertKnown(tag: string, known: readonly string[]): void {
  if (known.includes(tag)) return;
  const meant = nearestName(tag, known);
  throw new UsageError({
    got: `no tag "${tag}".`,
    expected: `some of ${known.map((name) => `"${name}"`).join(", ") || "the tags, of which there are none"}.`,
    fix: meant === undefined ? "leave tags out." : `write "${meant}".`,
  });
}

function nothingVaries(known: readonly string[]): UsageError {
  return new UsageError({
    got:
      known.length === 0 ? "data sets without tags." : `the tags ${known.join(", ")}, each with one value.`,
    expected: "a tag that varies.",
    fix: 'look at the images by plotImagesBy(dataset, "label") instead.',
  });
}
