import { mixWord, type PredictionLog } from "../../../core/index.js";

/**
 * A number for each row that label, tags and probabilities give, to their last bit; NaN where the model is so sure that many
 * samples would have the same.
 *
 * @param hesitant - a row has one probability at least between this and 1 less this
 */
export function fingerprints(
  { probabilities, labels, classes, tags }: PredictionLog,
  hesitant: number,
): Float64Array {
  const bits = new Uint32Array(Float32Array.from(probabilities).buffer);
  const columns = Object.keys(tags)
    .sort()
    .map((name) => new Uint32Array(Float32Array.from(tags[name]!).buffer));
  const width = classes.length;
  return Float64Array.from(labels, (label, row) => {
    let [a, b, sure] = [label, ~label, true];
    const mix = (word: number) => {
      a = mixWord(a ^ word);
      b = mixWord((b + a) ^ word);
    };
    for (let i = row * width; i < (row + 1) * width; i++) {
      mix(bits[i]!);
      if (probabilities[i]! > hesitant && probabilities[i]! < 1 - hesitant) sure = false;
    }
    if (sure) return Number.NaN;
    for (const column of columns) mix(column[row]!);
    return (a >>> 0) * 2 ** 20 + (b >>> 12);
  });
}
