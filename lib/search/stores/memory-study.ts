import type { Distribution, Parameters, ParameterValue } from "../space/distribution.js";
import type { IntermediateValue, TrialRecord } from "../trials/trial-record.js";
import { trialSeed } from "../trials/trial-seed.js";
import type { EnqueuedTrial, RunningTrial, StoredStudy, StudySettings, TrialEnd } from "./store.js";

/** A study in memory: records are never changed, only replaced. */
export class MemoryStudy implements StoredStudy {
  readonly settings: StudySettings;
  readonly #trials: TrialRecord[] = [];
  readonly #attached = new Map<string, unknown>();
  /** Of each trial with a checkpoint, the step before it. */
  readonly #kept = new Map<number, number>();
  #waiting = 0;

  constructor(settings: StudySettings) {
    this.settings = settings;
  }

  trials(): readonly TrialRecord[] {
    return this.#trials;
  }

  begin(started: number, limit: number): TrialRecord | undefined {
    if (this.#trials.length - this.#waiting >= limit) return undefined;
    if (this.#waiting === 0) this.enqueue({ fixed: {} });
    const next = this.#trials.find(({ state }) => state === "waiting")!;
    this.#waiting--;
    const intermediate = next.attempt === 0 ? next.intermediate : this.#upToCheckpoint(next);
    return this.#change(next, { state: "running", started, intermediate, attempt: next.attempt + 1 });
  }

  setParameter(trial: RunningTrial, name: string, value: ParameterValue, distribution: Distribution): void {
    this.setParameters(trial, { [name]: value }, { [name]: distribution });
  }

  setParameters(
    trial: RunningTrial,
    parameters: Parameters,
    distributions: Readonly<Record<string, Distribution>>,
  ): void {
    const record = this.#running(trial);
    if (record === undefined) return;
    this.#change(record, {
      parameters: { ...record.parameters, ...parameters },
      distributions: { ...record.distributions, ...distributions },
    });
  }

  report(trial: RunningTrial, step: number, value: number): void {
    const record = this.#running(trial);
    if (record === undefined) return;
    const others = record.intermediate.filter((report) => report.step !== step);
    const intermediate = [...others, { step, value }].sort((a, b) => a.step - b.step);
    this.#change(record, { intermediate });
  }

  setAttribute(trial: RunningTrial, name: string, value: unknown): void {
    const record = this.#running(trial);
    if (record !== undefined) this.#change(record, { attributes: { ...record.attributes, [name]: value } });
  }

  checkpoint(trial: RunningTrial, handle: unknown): void {
    const record = this.#running(trial);
    if (record === undefined) return;
    this.#change(record, { checkpoint: handle });
    this.#kept.set(record.number, record.intermediate.at(-1)?.step ?? -1);
  }

  finish(trial: RunningTrial, end: TrialEnd): boolean {
    const record = this.#running(trial);
    if (record === undefined) return false;
    this.#change(record, end);
    return true;
  }

  release(trial: RunningTrial): void {
    const record = this.#running(trial);
    if (record === undefined) return;
    this.#change(record, { state: "waiting" });
    this.#waiting++;
  }

  enqueue({ fixed, seed, continues, attributes = {} }: EnqueuedTrial): number {
    const earlier = continues === undefined ? undefined : this.#trials[continues];
    const already = earlier && this.#trials.find((trial) => trial.continues === continues);
    if (already !== undefined) return already.number;
    const number = this.#trials.length;
    this.#trials.push({
      number,
      state: "waiting",
      parameters: {},
      distributions: {},
      intermediate: earlier?.intermediate ?? [],
      attempt: 0,
      seed: seed ?? trialSeed(this.settings.seed, number),
      ...(Object.keys(fixed).length > 0 && { fixed }),
      ...(continues !== undefined && { continues }),
      ...(earlier?.checkpoint !== undefined && { checkpoint: earlier.checkpoint }),
      attributes,
    });
    this.#waiting++;
    return number;
  }

  attached(): Readonly<Record<string, unknown>> {
    return Object.fromEntries(this.#attached);
  }

  attach(changes: Readonly<Record<string, unknown>>): void {
    for (const [key, value] of Object.entries(changes))
      if (value === undefined) this.#attached.delete(key);
      else this.#attached.set(key, value);
  }

  /** A trial that is begun again will report the rest once more. */
  #upToCheckpoint({ number, intermediate, continues = number }: TrialRecord): readonly IntermediateValue[] {
    const kept = this.#kept.get(number) ?? this.#kept.get(continues) ?? -1;
    return intermediate.filter(({ step }) => step <= kept);
  }

  #running({ number, attempt }: RunningTrial): TrialRecord | undefined {
    const record = this.#trials[number];
    return record?.state === "running" && record.attempt === attempt ? record : undefined;
  }

  #change(record: TrialRecord, change: Partial<TrialRecord>): TrialRecord {
    const changed = { ...record, ...change };
    this.#trials[record.number] = changed;
    return changed;
  }
}
