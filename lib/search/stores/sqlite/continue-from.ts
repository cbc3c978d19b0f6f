import type { Database } from "./database.js";

/** Gives a new trial the reports and the checkpoint of the one that it goes on with; both are rows' numbers. */
export function continueFrom(database: Database, id: number, earlier: number): void {
  database.run(
    `INSERT INTO trial_intermediate_values (trial_id, step, intermediate_value, intermediate_value_type)
     SELECT ?, step, intermediate_value, intermediate_value_type FROM trial_intermediate_values WHERE trial_id = ?`,
    ...[id, earlier],
  );
  database.run(
    `UPDATE pessimist_trials SET (continues, kept_json, kept_step) =
       (SELECT number, kept_json, kept_step FROM trials t LEFT JOIN pessimist_trials p ON p.trial_id = t.trial_id
        WHERE t.trial_id = ?) WHERE trial_id = ?`,
    ...[earlier, id],
  );
}
