import { checkOptions, nearestName, type PredictionLog, UsageError } from "../../core/index.js";
import { assertPredictionLog } from "../logs/assert-prediction-log.js";
import { wrongRows } from "../logs/wrong-rows.js";
import { codeTag } from "../slices/code-tag.js";
import { sliceCondition } from "../slices/slice-condition.js";
import { type MixAndRate, mixAndRate } from "./mix-and-rate.js";

/** Options for {@link mixAndRateOfTag}. */
export interface MixAndRateOfTagOptions {
  /** Into how many bins a tag with more values is put, 2…32; defaults to 5. */
  bins?: number;
  /** How often the intervals hold, between 0 and 1; defaults to 0.95. */
  confidence?: number;
}

/**
 * The shift between two logs, taken apart by a tag: more of the difficult values, or the same values more difficult.
 *
 * @param source - of the training distribution, `trainVal` for instance
 * @param target - of the test distribution, `testVal` for instance
 * @param tag - a tag that both have
 * @throws UsageError for a faulty log, a tag that one does not have, or options that are none
 */
export function mixAndRateOfTag(
  source: PredictionLog,
  target: PredictionLog,
  tag: string,
  options: MixAndRateOfTagOptions = {},
): MixAndRate {
  checkOptions("mixAndRateOfTag", options, ["bins", "confidence"]);
  const { bins = 5, ...rest } = options;
  if (!(Number.isInteger(bins) && bins >= 2 && bins <= 32))
    throw new UsageError({
      got: `mixAndRateOfTag got bins = ${bins}.`,
      expected: "a whole number from 2 to 32.",
      fix: "pass { bins: 5 }, or leave it out.",
    });
  const columns = [source, target].map((log) => {
    assertPredictionLog(log, log.split);
    return log.tags[tag] ?? noTag(tag, log);
  }) as [Float32Array, Float32Array];
  const both = new Float32Array(columns[0].length + columns[1].length);
  both.set(columns[0]);
  both.set(columns[1], columns[0].length);
  const coded = codeTag(tag, both, { bins, ordered: true });
  const wrong = [wrongRows(source), wrongRows(target)] as const;
  const width = (coded.missing ?? coded.values.length - 1) + 1;
  const codes = Array.from({ length: width }, (_, code) => code);
  const isUsed = (code: number) => code < coded.values.length || code === coded.missing;
  const slices = codes.filter(isUsed).map((code) => {
    const count = (side: 0 | 1) => {
      const start = side * columns[0].length;
      let [samples, errors] = [0, 0];
      for (const [row, is] of wrong[side].entries()) {
        if (coded.codes[start + row] !== code) continue;
        samples++;
        errors += is;
      }
      return { samples, errors };
    };
    return { name: sliceCondition(coded, code, code).text, source: count(0), target: count(1) };
  });
  return mixAndRate(
    slices.filter(({ source: a, target: b }) => a.samples + b.samples > 0),
    rest,
  );
}

function noTag(tag: string, { split, tags }: PredictionLog): never {
  const known = Object.keys(tags);
  const meant = nearestName(tag, known);
  throw new UsageError({
    got: `the log of ${split} has no tag "${tag}".`,
    expected: `one of ${known.map((name) => `"${name}"`).join(", ") || "(it has none)"}.`,
    fix: meant === undefined ? "log that tag for both splits." : `write "${meant}" instead of "${tag}".`,
  });
}
