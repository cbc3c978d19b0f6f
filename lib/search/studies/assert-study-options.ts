import { isSpace } from "../space/is-space.js";
import { assertOptions, hasMethod, isWhole, type OptionRule } from "./assert-options.js";

const rules: Readonly<Record<string, OptionRule>> = {
  name: {
    isRequired: true,
    allows: (value) => typeof value === "string" && value !== "",
    expected: "a text by which the study is found again.",
    fix: 'write createStudy({ name: "learning-rate" }).',
  },
  storage: {
    allows: (value) =>
      typeof value === "string" || ["load", "create"].every((name) => hasMethod(value, name)),
    expected: '":memory:", the path of a file, or a Store.',
    fix: 'write storage: "studies.db".',
  },
  direction: {
    allows: (value) => value === "minimize" || value === "maximize",
    expected: '"minimize" or "maximize".',
    fix: 'write direction: "maximize" for an accuracy; leave it out for a loss.',
  },
  sampler: {
    allows: (value) => hasMethod(value, "suggest"),
    expected: "a sampler, such as tpe() returns.",
    fix: "write sampler: tpe(), or leave it out.",
  },
  pruner: {
    allows: (value) => hasMethod(value, "shouldPrune"),
    expected: "a pruner, such as median() returns.",
    fix: "write pruner: median(), or leave it out.",
  },
  seed: {
    allows: (value) => isWhole(value, Number.MIN_SAFE_INTEGER),
    expected: "a whole number.",
    fix: "write seed: 1, or leave it out.",
  },
  space: {
    allows: isSpace,
    expected: "what space declared.",
    fix: "write space: space({ learningRate: float(1e-5, 1e-1, { log: true }) }).",
  },
};

/** Refuses what no study can be made of, before anything is written. */
export function assertStudyOptions(options: object): void {
  assertOptions("createStudy", options, rules);
}
