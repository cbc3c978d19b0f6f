import { checkOptions, sqliteModule, UsageError } from "../../../core/index.js";
import type { SearchSpace } from "../../space/search-space.js";
import type { Store, StoredStudy, StudySettings } from "../store.js";
import { Database } from "./database.js";
import { prepareSchema } from "./prepare-schema.js";
import { newOwner } from "./process-owner.js";
import { SqliteStudy } from "./sqlite-study.js";

/**
 * Studies in an SQLite file, in Optuna's own tables: Optuna goes on with them, and optuna-dashboard shows them.
 *
 * Several processes of one machine may work on one file.
 *
 * @param path - of the file; made where it is not there
 * @param options.readOnly - whether it is looked at alone: nothing is made or changed; defaults to false
 * @throws UsageError when the file cannot be opened or written, or is something else
 * @see docs/search-storage.md
 */
export async function sqliteStore(
  path: string,
  options: { readonly readOnly?: boolean } = {},
): Promise<Store> {
  checkOptions("sqliteStore", options, ["readOnly"]);
  const database = new Database(await sqliteModule(), path, options);
  try {
    await database.patiently(() => prepareSchema(database));
  } catch (error) {
    database.close();
    throw error;
  }
  const owner = newOwner();
  const studies = new Map<string, SqliteStudy>();
  const load = (name: string): StoredStudy | undefined => {
    const known = studies.get(name);
    if (known !== undefined) return known;
    const found = find(database, name);
    if (found === undefined) return undefined;
    const study = new SqliteStudy(database, found.id, found.settings, owner.name);
    studies.set(name, study);
    return study;
  };
  return {
    names: () =>
      database.all("SELECT study_name FROM studies ORDER BY study_id").map((row) => `${row.study_name}`),
    load,
    create: (settings) => {
      database.transaction(() => insert(database, settings));
      return load(settings.name)!;
    },
    locked: (signal) =>
      database
        .patiently(() => database.transaction(() => {}), signal)
        .then(
          () => undefined,
          (error) => error,
        ),
    close: () => {
      owner.close();
      studies.clear();
      database.close();
    },
  };
}

/** Adds a study; one that is there stays, and one that Optuna made gets what Optuna does not keep. */
function insert(database: Database, { name, direction, seed, space }: StudySettings): void {
  const known = database.get("SELECT study_id FROM studies WHERE study_name = ?", name);
  const id =
    known === undefined
      ? database.run("INSERT INTO studies (study_name) VALUES (?)", name).id
      : Number(known.study_id);
  if (known === undefined)
    database.run(
      "INSERT INTO study_directions (direction, study_id, objective) VALUES (?, ?, 0)",
      ...[direction.toUpperCase(), id],
    );
  database.run(
    "INSERT OR IGNORE INTO pessimist_studies (study_id, seed, space_json) VALUES (?, ?, ?)",
    ...[id, seed, space === undefined ? null : JSON.stringify(space)],
  );
}

function find(database: Database, name: string): { id: number; settings: StudySettings } | undefined {
  const rows = database.all(
    `SELECT s.study_id, direction, seed, space_json FROM studies s
     LEFT JOIN study_directions d ON d.study_id = s.study_id
     LEFT JOIN pessimist_studies p ON p.study_id = s.study_id
     WHERE study_name = ? ORDER BY objective`,
    name,
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  if (rows.length > 1)
    throw new UsageError({
      got: `the study "${name}" in ${database.path} has ${rows.length} objectives.`,
      expected: "one.",
      fix: "go on with it in Optuna, or give the new study another name.",
    });
  const space = row.space_json === null ? undefined : (JSON.parse(`${row.space_json}`) as SearchSpace);
  return {
    id: Number(row.study_id),
    settings: {
      name,
      direction: row.direction === "MAXIMIZE" ? "maximize" : "minimize",
      seed: Number(row.seed ?? 0),
      ...(space !== undefined && { space }),
    },
  };
}
