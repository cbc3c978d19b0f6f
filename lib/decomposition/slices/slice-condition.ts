import type { CodedTag } from "./code-tag.js";
import type { SlicePlace } from "./slice-place.js";
import type { CountedTag } from "./sort-samples.js";

/** One thing that a slice's samples have in common: a tag in a range. */
export interface SliceCondition {
  readonly tag: string;
  /** The lowest value that occurs in the range; NaN where the tag is missing. */
  readonly from: number;
  /** The highest value that occurs in the range, which belongs to it; NaN where the tag is missing. */
  readonly to: number;
  /** In words: "night ≥ 3", "weather = 2", "distance 10 to 25", "distance missing". */
  readonly text: string;
}

/** The condition that a tag's codes first … last stand for. */
export function sliceCondition(tag: CodedTag, first: number, last: number): SliceCondition {
  const { name, values, exact, missing } = tag;
  if (first === missing) return { tag: name, from: Number.NaN, to: Number.NaN, text: `${name} missing` };
  const { from } = values[first]!;
  const { to } = values[last]!;
  const end = values.length - 1;
  const said = (value: number) => String(Number(value.toPrecision(4)));
  let range = `${said(from)} to ${said(to)}`;
  if (from === to) range = `= ${said(from)}`;
  else if (last === end) range = `≥ ${said(from)}`;
  else if (first === 0) range = `≤ ${said(to)}`;
  else if (exact && last === first) range = `= ${said(from)}`;
  return { tag: name, from, to, text: `${name} ${range}` };
}

/** A slice's conditions in words and numbers. */
export function conditionsOf(
  { tags, ranges }: SlicePlace,
  coded: readonly CodedTag[],
  counted: readonly CountedTag[],
): SliceCondition[] {
  return tags.map((tag, i) => {
    const { first, last } = counted[tag]!.ranges[ranges[i]!]!;
    return sliceCondition(coded[tag]!, first, last);
  });
}
