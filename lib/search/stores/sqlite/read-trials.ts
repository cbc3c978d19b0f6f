import type { Row } from "../../../core/index.js";
import type { Distribution, ParameterValue } from "../../space/distribution.js";
import type { IntermediateValue, TrialRecord } from "../../trials/trial-record.js";
import type { Database } from "./database.js";
import { readDistribution, readValue } from "./stored-distribution.js";
import { readNumber } from "./stored-number.js";
import { readState } from "./stored-states.js";
import { readTime } from "./stored-time.js";

/** Where a trial's failure stands among its attributes, so that the dashboard shows it. */
export const failureKey = "failure";

/** A trial with its row's number. */
export interface StoredTrial {
  readonly id: number;
  readonly record: TrialRecord;
}

/** These trials, by number, in seven queries however many there are. */
export function readTrials(database: Database, ids: readonly number[]): StoredTrial[] {
  if (ids.length === 0) return [];
  const among = JSON.stringify(ids);
  const from = (table: string, columns: string, order = "1") =>
    grouped(
      database.all(
        `SELECT trial_id, ${columns} FROM ${table}
         WHERE trial_id IN (SELECT value FROM json_each(?)) ORDER BY ${order}`,
        among,
      ),
    );
  const parameters = from("trial_params", "param_name, param_value, distribution_json", "param_id");
  const values = from("trial_values", "value, value_type");
  const reports = from(
    "trial_intermediate_values",
    "step, intermediate_value, intermediate_value_type",
    "step",
  );
  const attributes = from("trial_user_attributes", `"key", value_json`);
  const system = from("trial_system_attributes", `"key", value_json`);
  return database
    .all(
      `SELECT t.trial_id, number, state, datetime_start, datetime_complete, attempt, seed, kept_json, continues
       FROM trials t LEFT JOIN pessimist_trials p ON p.trial_id = t.trial_id
       WHERE t.trial_id IN (SELECT value FROM json_each(?)) AND number IS NOT NULL ORDER BY number`,
      among,
    )
    .map((row) => {
      const id = Number(row.trial_id);
      const parts = [parameters, values, reports, attributes, system].map((rows) => rows.get(id) ?? []);
      return { id, record: recordOf(row, parts as Parts) };
    });
}

type Parts = [parameters: Row[], values: Row[], reports: Row[], attributes: Row[], system: Row[]];

function recordOf(
  row: Row,
  [parameterRows, valueRows, reportRows, attributeRows, systemRows]: Parts,
): TrialRecord {
  const state = readState(`${row.state}`);
  const distributions: Record<string, Distribution> = {};
  const parameters: Record<string, ParameterValue> = {};
  for (const { param_name, param_value, distribution_json } of parameterRows) {
    const distribution = readDistribution(`${distribution_json}`);
    distributions[`${param_name}`] = distribution;
    parameters[`${param_name}`] = readValue(Number(param_value), distribution);
  }
  const { [failureKey]: failure, ...attributes } = fromJson(attributeRows);
  const { fixed_params: fixed } = fromJson(systemRows);
  const [value] = valueRows;
  return {
    number: Number(row.number),
    state,
    parameters,
    distributions,
    ...(value !== undefined && { value: readNumber(value.value, value.value_type) }),
    intermediate: reportRows.map(reportOf),
    attempt: Number(row.attempt ?? (state === "waiting" ? 0 : 1)),
    ...(row.seed !== null && { seed: Number(row.seed) }),
    ...(failure !== undefined && { failure: String(failure) }),
    ...(row.datetime_start !== null && { started: readTime(`${row.datetime_start}`) }),
    ...(row.datetime_complete !== null && { ended: readTime(`${row.datetime_complete}`) }),
    ...(fixed !== undefined && { fixed: fixed as TrialRecord["parameters"] }),
    ...(row.continues !== null && { continues: Number(row.continues) }),
    ...(row.kept_json !== null && { checkpoint: JSON.parse(`${row.kept_json}`) as unknown }),
    attributes,
  };
}

function reportOf({ step, intermediate_value, intermediate_value_type }: Row): IntermediateValue {
  return { step: Number(step), value: readNumber(intermediate_value, intermediate_value_type) };
}

function fromJson(rows: readonly Row[]): Record<string, unknown> {
  return Object.fromEntries(rows.map(({ key, value_json }) => [`${key}`, JSON.parse(`${value_json}`)]));
}

function grouped(rows: readonly Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const id = Number(row.trial_id);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [row]);
    else group.push(row);
  }
  return groups;
}
