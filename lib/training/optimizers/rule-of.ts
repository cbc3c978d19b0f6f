import { nearestName, UsageError } from "../../core/index.js";
import { assertNumber } from "../assert-number.js";
import { adagrad } from "./adagrad.js";
import { adam } from "./adam.js";
import { momentum } from "./momentum.js";
import type { OptimizerName, OptimizerSettings } from "./optimizer-settings.js";
import { rmsProp } from "./rms-prop.js";
import { sgd } from "./sgd.js";
import type { UpdateRule } from "./update-rule.js";

/** What each optimizer may be told. */
const settingNames: Readonly<Record<OptimizerName, readonly string[]>> = {
  sgd: [],
  momentum: ["momentum"],
  nesterov: ["momentum"],
  adam: ["beta1", "beta2", "epsilon"],
  adamW: ["beta1", "beta2", "epsilon"],
  rmsprop: ["decay", "epsilon"],
  adagrad: ["initialAccumulator", "epsilon"],
};

/** Settings that are shares of what is kept, and so below 1. */
const shares: readonly string[] = ["momentum", "beta1", "beta2", "decay"];

/** The rule that settings name, and its weight decay. */
export function ruleOf(settings: OptimizerSettings): { rule: UpdateRule; weightDecay: number } {
  assertSettings(settings);
  const { weightDecay = settings.name === "adamW" ? 0.01 : 0 } = settings;
  return { rule: bareRule(settings), weightDecay };
}

function bareRule(settings: OptimizerSettings): UpdateRule {
  switch (settings.name) {
    case "sgd":
      return sgd;
    case "momentum":
      return momentum(settings, false);
    case "nesterov":
      return momentum(settings, true);
    case "adam":
    case "adamW":
      return adam(settings);
    case "rmsprop":
      return rmsProp(settings);
    case "adagrad":
      return adagrad(settings);
  }
}

function assertSettings(settings: OptimizerSettings): void {
  const names = Object.keys(settingNames);
  if (!names.includes(settings.name))
    throw new UsageError({
      got: `the optimizer ${JSON.stringify(settings.name)}.`,
      expected: `one of ${names.map((name) => `"${name}"`).join(", ")}.`,
      fix: `pass { optimizer: "${nearestName(String(settings.name), names) ?? "adam"}" }.`,
    });
  const known = ["name", "weightDecay", ...settingNames[settings.name]];
  for (const [name, value] of Object.entries(settings)) {
    if (!known.includes(name))
      throw new UsageError({
        got: `${settings.name} got the setting "${name}", which it does not have.`,
        expected: `one of ${known.map((other) => `"${other}"`).join(", ")}.`,
        fix: `remove "${name}"${nearestName(name, known) ? `, or write "${nearestName(name, known)}"` : ""}.`,
      });
    if (name === "name" || value === undefined) continue;
    assertNumber(
      settings.name,
      { [name]: value as number },
      { from: 0, ...(shares.includes(name) && { below: 1 }) },
    );
  }
}
