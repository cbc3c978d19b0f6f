import type { Distribution, Parameters, ParameterValue } from "../../space/distribution.js";
import type { TrialRecord } from "../../trials/trial-record.js";
import { trialSeed } from "../../trials/trial-seed.js";
import type { EnqueuedTrial, RunningTrial, StoredStudy, StudySettings, TrialEnd } from "../store.js";
import { afterRestart } from "./after-restart.js";
import { continueFrom } from "./continue-from.js";
import type { Database } from "./database.js";
import { isGone } from "./process-owner.js";
import { storedStates } from "./stored-states.js";
import { storedTime } from "./stored-time.js";
import { TrialCache } from "./trial-cache.js";
import { writeAttribute, writeEnd, writeParameter, writeReport } from "./write-trial.js";

/** How often a trial is begun whose process dies each time. */
const mostAttempts = 50;

/** A study in a file, which other processes may work on at the same time. */
export class SqliteStudy implements StoredStudy {
  readonly settings: StudySettings;
  readonly #database: Database;
  readonly #study: number;
  readonly #owner: string;
  readonly #cache: TrialCache;

  constructor(database: Database, study: number, settings: StudySettings, owner: string) {
    this.#database = database;
    this.#study = study;
    this.settings = settings;
    this.#owner = owner;
    this.#cache = new TrialCache(database, study);
  }

  trials(): readonly TrialRecord[] {
    return this.#cache.trials();
  }

  begin(started: number, limit: number): TrialRecord | undefined {
    return this.#write(() => {
      const unfinished = this.#cache.unfinished();
      const left = this.#leftBehind(unfinished, started);
      if (left !== undefined) return this.#start(left, started);
      const waiting = unfinished.filter(({ state }) => state === "waiting");
      if (this.trials().length - waiting.length >= limit) return undefined;
      return this.#start(waiting[0] ?? this.#insert({ fixed: {} }), started);
    });
  }

  setParameter(trial: RunningTrial, name: string, value: ParameterValue, distribution: Distribution): void {
    this.setParameters(trial, { [name]: value }, { [name]: distribution });
  }

  setParameters(
    trial: RunningTrial,
    parameters: Parameters,
    distributions: Readonly<Record<string, Distribution>>,
  ): void {
    this.#change(trial, (id, record) => {
      for (const [name, value] of Object.entries(parameters))
        writeParameter(this.#database, id, name, value, distributions[name]!);
      return {
        parameters: { ...record.parameters, ...parameters },
        distributions: { ...record.distributions, ...distributions },
      };
    });
  }

  report(trial: RunningTrial, step: number, value: number): void {
    this.#change(trial, (id, { intermediate }) => {
      writeReport(this.#database, id, step, value);
      const others = intermediate.filter((report) => report.step !== step);
      return { intermediate: [...others, { step, value }].sort((a, b) => a.step - b.step) };
    });
  }

  setAttribute(trial: RunningTrial, name: string, value: unknown): void {
    this.#change(trial, (id, { attributes }) => {
      writeAttribute(this.#database, "user", id, name, value);
      return { attributes: { ...attributes, [name]: value } };
    });
  }

  checkpoint(trial: RunningTrial, handle: unknown): void {
    this.#change(trial, (id, { intermediate }) => {
      this.#database.run(
        "UPDATE pessimist_trials SET kept_json = ?, kept_step = ? WHERE trial_id = ?",
        ...[JSON.stringify(handle), intermediate.at(-1)?.step ?? null, id],
      );
      return { checkpoint: handle };
    });
  }

  finish(trial: RunningTrial, end: TrialEnd): boolean {
    return this.#change(trial, (id) => {
      writeEnd(this.#database, id, end);
      return end;
    });
  }

  release(trial: RunningTrial): void {
    this.#change(trial, (id) => {
      this.#database.run("UPDATE trials SET state = ? WHERE trial_id = ?", storedStates.waiting, id);
      return { state: "waiting" };
    });
  }

  enqueue(trial: EnqueuedTrial): number {
    const { continues } = trial;
    return this.#write(() => {
      const trials = this.trials();
      const already =
        continues === undefined ? undefined : trials.find((other) => other.continues === continues);
      return (already ?? this.#insert(trial, trials[continues ?? -1])).number;
    });
  }

  attached(): Readonly<Record<string, unknown>> {
    const sql = `SELECT "key", value_json FROM study_system_attributes WHERE study_id = ?`;
    const rows = this.#database.all(sql, this.#study);
    return Object.fromEntries(rows.map(({ key, value_json }) => [`${key}`, JSON.parse(`${value_json}`)]));
  }

  attach(changes: Readonly<Record<string, unknown>>): void {
    this.#write(() => {
      for (const [key, value] of Object.entries(changes)) {
        this.#database.run(
          `DELETE FROM study_system_attributes WHERE study_id = ? AND "key" = ?`,
          ...[this.#study, key],
        );
        if (value === undefined) continue;
        this.#database.run(
          `INSERT INTO study_system_attributes (study_id, "key", value_json) VALUES (?, ?, ?)`,
          ...[this.#study, key, JSON.stringify(value)],
        );
      }
    });
  }

  /** The first trial whose process is no more. One that has cost many processes their life is ended here. */
  #leftBehind(unfinished: readonly TrialRecord[], ended: number): TrialRecord | undefined {
    for (const record of unfinished) {
      const id = this.#cache.idOf(record.number)!;
      if (record.state !== "running" || !isGone(this.#ownerOf(id))) continue;
      if (record.attempt < mostAttempts) return record;
      const failure = `The process ended in the middle of it ${mostAttempts} times.`;
      const end: TrialEnd = { state: "failed", failure, ended };
      writeEnd(this.#database, id, end);
      this.#cache.set(id, { ...record, ...end });
    }
    return undefined;
  }

  #ownerOf(id: number): string {
    return `${this.#database.get("SELECT owner FROM pessimist_trials WHERE trial_id = ?", id)?.owner ?? ""}`;
  }

  #start(record: TrialRecord, started: number): TrialRecord {
    const { number, seed = trialSeed(this.settings.seed, number) } = record;
    const id = this.#cache.idOf(number)!;
    const begun = { ...record, seed, state: "running" as const, started, attempt: record.attempt + 1 };
    const intermediate =
      record.attempt === 0 ? record.intermediate : afterRestart(this.#database, id, record);
    this.#database.run(
      "UPDATE trials SET state = ?, datetime_start = ? WHERE trial_id = ?",
      ...[storedStates.running, storedTime(started), id],
    );
    this.#database.run(
      `INSERT INTO pessimist_trials (trial_id, attempt, seed, owner) VALUES (?, ?, ?, ?)
       ON CONFLICT (trial_id) DO UPDATE SET attempt = excluded.attempt, seed = excluded.seed, owner = excluded.owner`,
      ...[id, begun.attempt, seed, this.#owner],
    );
    const changed = { ...begun, intermediate };
    this.#cache.set(id, changed);
    return changed;
  }

  /** Adds a waiting trial with the next number. The transaction holds the write lock, so nobody else takes it. */
  #insert({ fixed, seed, attributes = {} }: EnqueuedTrial, earlier?: TrialRecord): TrialRecord {
    const number = this.#cache.trials().length;
    const { id } = this.#database.run(
      "INSERT INTO trials (number, study_id, state) VALUES (?, ?, ?)",
      ...[number, this.#study, storedStates.waiting],
    );
    const own = seed ?? trialSeed(this.settings.seed, number);
    this.#database.run("INSERT INTO pessimist_trials (trial_id, attempt, seed) VALUES (?, 0, ?)", id, own);
    const isFixed = Object.keys(fixed).length > 0;
    if (isFixed) writeAttribute(this.#database, "system", id, "fixed_params", fixed);
    for (const [name, value] of Object.entries(attributes))
      writeAttribute(this.#database, "user", id, name, value);
    const from = earlier === undefined ? undefined : this.#cache.idOf(earlier.number);
    if (from !== undefined) continueFrom(this.#database, id, from);
    const record: TrialRecord = {
      ...{ number, state: "waiting", parameters: {}, distributions: {}, attempt: 0, seed: own },
      intermediate: earlier?.intermediate ?? [],
      ...(isFixed && { fixed }),
      ...(earlier !== undefined && { continues: earlier.number }),
      ...(earlier?.checkpoint !== undefined && { checkpoint: earlier.checkpoint }),
      attributes,
    };
    this.#cache.set(id, record);
    return record;
  }

  /** Changes a running trial in one transaction; false where this attempt no longer has it. */
  #change(trial: RunningTrial, write: (id: number, record: TrialRecord) => Partial<TrialRecord>): boolean {
    return this.#write(() => {
      const record = this.trials()[trial.number];
      if (record?.state !== "running" || record.attempt !== trial.attempt) return false;
      const id = this.#cache.idOf(trial.number)!;
      this.#cache.set(id, { ...record, ...write(id, record) });
      return true;
    });
  }

  /** One transaction. Where it fails, what was noted of it here is forgotten, too. */
  #write<T>(work: () => T): T {
    try {
      return this.#database.transaction(work);
    } catch (error) {
      this.#cache.forget();
      throw error;
    }
  }
}
