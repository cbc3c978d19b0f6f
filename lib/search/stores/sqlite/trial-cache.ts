import type { TrialRecord } from "../../trials/trial-record.js";
import type { Database } from "./database.js";
import { readTrials } from "./read-trials.js";

/**
 * The trials of a study as this process last saw them. What has ended never changes and is read once; what other
 * processes write is read when SQLite says that they wrote.
 */
export class TrialCache {
  readonly #database: Database;
  readonly #study: number;
  readonly #trials: TrialRecord[] = [];
  /** The row of each trial, by the trial's number. */
  readonly #ids: number[] = [];
  readonly #unfinished = new Set<number>();
  #lastId = 0;
  #version = -1;

  constructor(database: Database, study: number) {
    this.#database = database;
    this.#study = study;
  }

  /** Every trial by number, as it stands in the file now. */
  trials(): readonly TrialRecord[] {
    const version = this.#database.version;
    if (version !== this.#version) this.#read();
    this.#version = version;
    return this.#trials;
  }

  /** Those that wait or run, by number. */
  unfinished(): TrialRecord[] {
    const trials = this.trials();
    return [...this.#unfinished].sort((a, b) => a - b).map((number) => trials[number]!);
  }

  idOf(number: number): number | undefined {
    return this.#ids[number];
  }

  /** Puts a trial in its place, as this process has just written it. */
  set(id: number, record: TrialRecord): void {
    const { number, state } = record;
    while (this.#trials.length < number) this.#fillGap(this.#trials.length);
    this.#trials[number] = record;
    this.#ids[number] = id;
    this.#lastId = Math.max(this.#lastId, id);
    if (state === "waiting" || state === "running") this.#unfinished.add(number);
    else this.#unfinished.delete(number);
  }

  /** Everything is read again at the next look. */
  forget(): void {
    this.#trials.length = 0;
    this.#ids.length = 0;
    this.#unfinished.clear();
    this.#lastId = 0;
    this.#version = -1;
  }

  /** Reads what is new, and what had not ended. */
  #read(): void {
    const fresh = this.#database
      .all("SELECT trial_id FROM trials WHERE study_id = ? AND trial_id > ?", this.#study, this.#lastId)
      .map((row) => Number(row.trial_id));
    const open = [...this.#unfinished].map((number) => this.#ids[number]!);
    for (const { id, record } of readTrials(this.#database, [...open, ...fresh])) this.set(id, record);
  }

  /** Numbers are places in a list; one that somebody has deleted from the file is held by a failed trial. */
  #fillGap(number: number): void {
    const nothing = { parameters: {}, distributions: {}, intermediate: [], attributes: {} };
    this.#trials.push({
      ...nothing,
      number,
      state: "failed",
      attempt: 1,
      failure: "It is missing in the file.",
    });
    this.#ids[number] = -1;
  }
}
