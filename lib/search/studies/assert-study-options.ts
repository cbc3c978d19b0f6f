import { assertOptions, type OptionRule } from "../options/assert-options.js";
import { directionRule, seedRule } from "../options/option-rules.js";
import { isSpace } from "../space/is-space.js";
import { hasMethod } from "./has-method.js";

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
  direction: directionRule,
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
  seed: seedRule,
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
