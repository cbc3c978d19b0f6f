import { UsageError } from "../../core/index.js";
import { numbersOf } from "./numbers-of.js";

/**
 * A column of labels as class indices: numbers are taken as they are, words are looked up among the classes.
 *
 * @throws UsageError naming the row of a label that is no whole number or no class's name
 */
export function labelsOf(path: string, column: ArrayLike<unknown>, classes: readonly string[]): Int32Array {
  const words = typeof column[0] === "string";
  const labels = words
    ? Array.from(column, (word) => classes.indexOf(String(word)))
    : Array.from(numbersOf(path, "label", column));
  const wrong = labels.findIndex((label) => !Number.isInteger(label) || (words && label === -1));
  if (wrong === -1) return Int32Array.from(labels);
  throw new UsageError({
    got: `${path}, row ${wrong}, column label is ${JSON.stringify(words ? column[wrong] : labels[wrong])}.`,
    expected: `${words ? "a class's name" : "a class's index"}; the classes are ${classes.slice(0, 10).join(", ")}.`,
    fix: "log the index of the right class, or the name that its column of probabilities has.",
  });
}
