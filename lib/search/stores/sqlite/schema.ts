/** The tables' version as Optuna writes it; unchanged from Optuna 3.2 (2023) to 5.0. */
export const optunaRevision = "v3.2.0.a";

/** Version of our own tables, whose names begin with `pessimist_`. */
export const ownRevision = 1;

const attributes = (owner: "study" | "trial", kind: "user" | "system") => `
  CREATE TABLE ${owner}_${kind}_attributes (
    ${owner}_${kind}_attribute_id INTEGER NOT NULL,
    ${owner}_id INTEGER,
    "key" VARCHAR(512),
    value_json TEXT,
    PRIMARY KEY (${owner}_${kind}_attribute_id),
    UNIQUE (${owner}_id, "key"),
    FOREIGN KEY(${owner}_id) REFERENCES ${owner === "study" ? "studies" : "trials"} (${owner}_id)
  );`;

/**
 * Optuna's thirteen tables and two indexes, so that Optuna and optuna-dashboard open the file.
 *
 * @see Optuna 5.0, optuna/storages/_rdb/models.py, and the revision v3.2.0.a beside it
 */
export const optunaTables: string = `
  CREATE TABLE studies (study_id INTEGER NOT NULL, study_name VARCHAR(512) NOT NULL, PRIMARY KEY (study_id));
  CREATE UNIQUE INDEX ix_studies_study_name ON studies (study_name);
  CREATE TABLE version_info (
    version_info_id INTEGER NOT NULL,
    schema_version INTEGER,
    library_version VARCHAR(256),
    PRIMARY KEY (version_info_id),
    CHECK (version_info_id=1)
  );
  CREATE TABLE study_directions (
    study_direction_id INTEGER NOT NULL,
    direction VARCHAR(8) NOT NULL,
    study_id INTEGER NOT NULL,
    objective INTEGER NOT NULL,
    PRIMARY KEY (study_direction_id),
    UNIQUE (study_id, objective),
    FOREIGN KEY(study_id) REFERENCES studies (study_id)
  );
  CREATE TABLE trials (
    trial_id INTEGER NOT NULL,
    number INTEGER,
    study_id INTEGER,
    state VARCHAR(8) NOT NULL,
    datetime_start DATETIME,
    datetime_complete DATETIME,
    PRIMARY KEY (trial_id),
    FOREIGN KEY(study_id) REFERENCES studies (study_id)
  );
  CREATE INDEX ix_trials_study_id ON trials (study_id);
  CREATE TABLE trial_params (
    param_id INTEGER NOT NULL,
    trial_id INTEGER,
    param_name VARCHAR(512),
    param_value FLOAT,
    distribution_json TEXT,
    PRIMARY KEY (param_id),
    UNIQUE (trial_id, param_name),
    FOREIGN KEY(trial_id) REFERENCES trials (trial_id)
  );
  CREATE TABLE trial_values (
    trial_value_id INTEGER NOT NULL,
    trial_id INTEGER NOT NULL,
    objective INTEGER NOT NULL,
    value FLOAT,
    value_type VARCHAR(7) NOT NULL,
    PRIMARY KEY (trial_value_id),
    UNIQUE (trial_id, objective),
    FOREIGN KEY(trial_id) REFERENCES trials (trial_id)
  );
  CREATE TABLE trial_intermediate_values (
    trial_intermediate_value_id INTEGER NOT NULL,
    trial_id INTEGER NOT NULL,
    step INTEGER NOT NULL,
    intermediate_value FLOAT,
    intermediate_value_type VARCHAR(7) NOT NULL,
    PRIMARY KEY (trial_intermediate_value_id),
    UNIQUE (trial_id, step),
    FOREIGN KEY(trial_id) REFERENCES trials (trial_id)
  );
  CREATE TABLE trial_heartbeats (
    trial_heartbeat_id INTEGER NOT NULL,
    trial_id INTEGER NOT NULL,
    heartbeat DATETIME NOT NULL,
    PRIMARY KEY (trial_heartbeat_id),
    UNIQUE (trial_id),
    FOREIGN KEY(trial_id) REFERENCES trials (trial_id)
  );
  CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL,
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
  );
  ${attributes("study", "user")}
  ${attributes("study", "system")}
  ${attributes("trial", "user")}
  ${attributes("trial", "system")}
  INSERT INTO version_info VALUES (1, 12, 'deep-pessimist');
  INSERT INTO alembic_version VALUES ('${optunaRevision}');
`;

/** What Optuna has no place for. It ignores tables and indexes that it does not know. */
export const ownTables: string = `
  CREATE TABLE pessimist_version (version INTEGER NOT NULL);
  CREATE TABLE pessimist_studies (study_id INTEGER PRIMARY KEY, seed REAL NOT NULL, space_json TEXT);
  -- attempt: how often it was begun; owner: the process that runs it; kept: its checkpoint, and the last step before it;
  -- continues: the number of the trial that it goes on with
  CREATE TABLE pessimist_trials (
    trial_id INTEGER PRIMARY KEY,
    attempt INTEGER NOT NULL,
    seed REAL,
    owner TEXT,
    kept_json TEXT,
    kept_step INTEGER,
    continues INTEGER
  );
  -- SQLite gives the number of a deleted row to the next one: what is ours must go with it
  CREATE TRIGGER pessimist_trial_deleted AFTER DELETE ON trials
    BEGIN DELETE FROM pessimist_trials WHERE trial_id = OLD.trial_id; END;
  CREATE TRIGGER pessimist_study_deleted AFTER DELETE ON studies
    BEGIN DELETE FROM pessimist_studies WHERE study_id = OLD.study_id; END;
  CREATE INDEX pessimist_trials_number ON trials (study_id, number);
  CREATE INDEX pessimist_trials_state ON trials (study_id, state);
  INSERT INTO pessimist_version VALUES (${ownRevision});
`;
