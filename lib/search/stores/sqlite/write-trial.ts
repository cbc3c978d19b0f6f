import type { Distribution, ParameterValue } from "../../space/distribution.js";
import type { TrialEnd } from "../store.js";
import type { Database } from "./database.js";
import { failureKey } from "./read-trials.js";
import { storedDistribution, storedValue } from "./stored-distribution.js";
import { storedNumber } from "./stored-number.js";
import { storedStates } from "./stored-states.js";
import { storedTime } from "./stored-time.js";

/** Writes one value of a trial; `id` is its row's number, here and below. */
export function writeParameter(
  database: Database,
  id: number,
  name: string,
  value: ParameterValue,
  distribution: Distribution,
): void {
  database.run(
    `INSERT INTO trial_params (trial_id, param_name, param_value, distribution_json) VALUES (?, ?, ?, ?)
     ON CONFLICT (trial_id, param_name) DO UPDATE
     SET param_value = excluded.param_value, distribution_json = excluded.distribution_json`,
    ...[id, name, storedValue(value, distribution), storedDistribution(distribution)],
  );
}

/** Writes a report, over an earlier one of the same step. */
export function writeReport(database: Database, id: number, step: number, value: number): void {
  database.run(
    `INSERT INTO trial_intermediate_values (trial_id, step, intermediate_value, intermediate_value_type)
     VALUES (?, ?, ?, ?) ON CONFLICT (trial_id, step) DO UPDATE
     SET intermediate_value = excluded.intermediate_value,
         intermediate_value_type = excluded.intermediate_value_type`,
    ...[id, step, ...storedNumber(value)],
  );
}

/** Writes an attribute: of the user's, or of Optuna's own. */
export function writeAttribute(
  database: Database,
  kind: "user" | "system",
  id: number,
  key: string,
  value: unknown,
): void {
  database.run(
    `INSERT INTO trial_${kind}_attributes (trial_id, "key", value_json) VALUES (?, ?, ?)
     ON CONFLICT (trial_id, "key") DO UPDATE SET value_json = excluded.value_json`,
    ...[id, key, JSON.stringify(value) ?? "null"],
  );
}

/** Writes how a trial ended. */
export function writeEnd(database: Database, id: number, { state, value, failure, ended }: TrialEnd): void {
  database.run(
    "UPDATE trials SET state = ?, datetime_complete = ? WHERE trial_id = ?",
    ...[storedStates[state], storedTime(ended), id],
  );
  if (value !== undefined)
    database.run(
      "INSERT INTO trial_values (trial_id, objective, value, value_type) VALUES (?, 0, ?, ?)",
      ...[id, ...storedNumber(value)],
    );
  if (failure !== undefined) writeAttribute(database, "user", id, failureKey, failure);
}
