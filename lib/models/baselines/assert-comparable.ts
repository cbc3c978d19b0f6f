import { type Dataset, UsageError } from "../../core/index.js";
import type { Answers } from "./baseline.js";

/**
 * Throws where a rule cannot be made from one set and scored on the other.
 *
 * @param functionName - as the caller typed it
 */
export function assertAnswers(functionName: string, train: Answers, test: Answers = train): void {
  for (const { labels, classes } of [train, test]) {
    if (labels === undefined || classes === undefined)
      throw new UsageError({
        got: `${functionName} got a data set without labels or classes.`,
        expected: "a data set whose answers are classes.",
        fix: "for numbers to predict, call meanTarget(train, test).",
      });
    if (labels.length === 0)
      throw new UsageError({
        got: `${functionName} got a data set without samples.`,
        expected: "one sample or more.",
        fix: "check how the data were loaded and split: dataset.size should not be 0.",
      });
    if (classes.length < 2)
      throw new UsageError({
        got: `${functionName} got a data set with ${classes.length === 1 ? "the one class" : "no class"} ${classes.join()}.`,
        expected: "two classes or more: with one there is nothing to tell apart.",
        fix: "name every class in dataset.classes, those without samples too.",
      });
    const wrong = labels.findIndex((label) => !(label >= 0 && label < classes.length));
    if (wrong !== -1)
      throw new UsageError({
        got: `${functionName} got the label ${labels[wrong]} at sample ${wrong}.`,
        expected: `labels from 0 to ${classes.length - 1}.`,
        fix: "count the classes from 0, and name every one of them in dataset.classes.",
      });
  }
  if (train.classes.join("\n") === test.classes.join("\n")) return;
  throw new UsageError({
    got: `${functionName} got sets of different classes: ${train.classes.join(", ")} and ${test.classes.join(", ")}.`,
    expected: "the same classes in the same order.",
    fix: "load both sets with the same list of classes.",
  });
}

/** The same, and samples of one shape. */
export function assertComparable(functionName: string, train: Dataset, test: Dataset): void {
  assertAnswers(functionName, train, test);
  if (train.shape.join() === test.shape.join()) return;
  throw new UsageError({
    got: `${functionName} got samples of shape [${train.shape.join(", ")}] and of [${test.shape.join(", ")}].`,
    expected: "one shape.",
    fix: "load both sets with the same size.",
  });
}
