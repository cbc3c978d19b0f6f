import { checkOptions, displayAs, shownValue, UsageError, withCellSignal } from "../../core/index.js";
import type { Pruner } from "../pruners/pruner.js";
import type { Sampler } from "../samplers/sampler.js";
import type { Distribution, Parameters } from "../space/distribution.js";
import type { SearchSpace } from "../space/search-space.js";
import type { Store, StoredStudy } from "../stores/store.js";
import type { TrialRecord } from "../trials/trial-record.js";
import { withObjective } from "../workers/with-objective.js";
import { assertEnqueueable } from "./assert-enqueueable.js";
import { assertOptimizeOptions } from "./assert-optimize-options.js";
import { assertOutcome } from "./assert-outcome.js";
import { bestTrial } from "./best-trial.js";
import { LiveTrial } from "./live-trial.js";
import { propose, proposeAll } from "./propose.js";
import { relativeSpaces } from "./relative-space.js";
import { runTrials } from "./run-trials.js";
import type { Objective, OptimizeOptions, Outcome, Study } from "./study.js";
import { studyForms, trialsForms } from "./study-forms.js";
import { studyProgress } from "./study-progress.js";
import { endedNow, endWith } from "./trial-end.js";

/** What a study is made of. */
export interface StudyParts {
  readonly store: Store;
  readonly stored: StoredStudy;
  readonly sampler: Sampler;
  readonly pruner: Pruner | undefined;
}

/** The signal of a trial that nobody stops. */
const never = new AbortController().signal;

/** A study over a store, which holds all its state. */
export class OpenStudy implements Study {
  readonly name: string;
  readonly direction: "minimize" | "maximize";
  readonly seed: number;
  readonly space: SearchSpace | undefined;
  readonly #parts: StudyParts;
  readonly #distributions: Readonly<Record<string, Distribution>>;
  readonly #relativeSpace = relativeSpaces();

  constructor(parts: StudyParts) {
    this.#parts = parts;
    const { name, direction, seed, space } = parts.stored.settings;
    this.name = name;
    this.direction = direction;
    this.seed = seed;
    this.space = space;
    this.#distributions = Object.fromEntries(space?.map((p) => [p.name, p.distribution]) ?? []);
    displayAs(this, () => studyForms(this));
  }

  get trials(): readonly TrialRecord[] {
    const trials = this.#parts.stored.trials().slice();
    return displayAs(trials, () => trialsForms(trials));
  }

  get best(): TrialRecord | undefined {
    return bestTrial(this.#parts.stored.trials(), this.direction);
  }

  async ask(): Promise<LiveTrial> {
    const trial = this.begin({ limit: this.#limit(Number.POSITIVE_INFINITY) });
    if (trial !== undefined) return trial;
    throw new UsageError({
      got: `ask found nothing left to propose: the sampler ${this.#parts.sampler.name} has had its last trial.`,
      expected: "a sampler with more to propose.",
      fix: "enqueue what you want to try, or go on with another sampler.",
    });
  }

  /** Starts a trial, if the study holds fewer than `limit`. */
  begin({ limit, signal }: { limit: number; signal?: AbortSignal }): LiveTrial | undefined {
    const { store, stored, sampler, pruner } = this.#parts;
    this.#promote(limit);
    const trial = stored.begin(Date.now(), limit);
    if (trial === undefined) return undefined;
    const proposal = { stored, sampler, trial };
    let proposed: Parameters = {};
    try {
      if (this.space === undefined) {
        const shared = this.#relativeSpace(stored.trials());
        if (shared.length > 0) proposed = propose(proposal, shared);
      } else {
        proposed = proposeAll(proposal, this.space);
        stored.setParameters(trial, proposed, this.#distributionsOf(proposed));
      }
    } catch (error) {
      stored.release(trial);
      throw error;
    }
    return new LiveTrial({ ...proposal, store, pruner, proposed, signal: signal ?? never });
  }

  async tell(asked: { number: number }, outcome: number | Outcome): Promise<TrialRecord> {
    const { stored } = this.#parts;
    const number = asked?.number;
    const trial = stored.trials()[number];
    if (typeof outcome === "object") assertOutcome(outcome);
    const end = endedNow(typeof outcome === "object" ? outcome : endWith(outcome));
    if (trial === undefined || !stored.finish(trial, end))
      throw new UsageError({
        got:
          number === undefined
            ? `tell got ${shownValue(asked)}, which is no trial.`
            : `tell got trial ${number}, which ${trial === undefined ? "was never asked for" : `is ${trial.state}`}.`,
        expected: "a running trial.",
        fix: "tell each trial once, with what ask returned.",
      });
    return stored.trials()[number]!;
  }

  enqueue(
    parameters: Parameters,
    options: { seed?: number; attributes?: Record<string, unknown> } = {},
  ): number {
    checkOptions("enqueue", options, ["seed", "attributes"]);
    assertEnqueueable(parameters, this.space);
    const { seed, attributes } = options;
    return this.#parts.stored.enqueue({
      fixed: parameters,
      ...(seed !== undefined && { seed }),
      ...(attributes !== undefined && { attributes }),
    });
  }

  async optimize(
    objective: Objective | URL | string,
    options: OptimizeOptions,
  ): Promise<TrialRecord | undefined> {
    const { store, stored } = this.#parts;
    assertOptimizeOptions(options);
    const progress = options.progress === true ? studyProgress(this, options.trials) : undefined;
    try {
      await withObjective(objective, withCellSignal(options), (run, runOptions) =>
        runTrials(run, runOptions, {
          locked: async (signal) => store.locked?.(signal),
          begin: (signal) => this.begin({ limit: this.#limit(options.trials), signal }),
          finish: (trial, outcome) => {
            const isFirst = stored.finish(trial, endedNow(outcome));
            progress?.trial();
            return isFirst;
          },
          release: (trial) => stored.release(trial),
        }),
      );
    } finally {
      progress?.end();
    }
    return this.best;
  }

  close(): void {
    this.#parts.store.close();
  }

  /** Lets a pruned trial go on, where the pruner says so and the study has room. */
  #promote(limit: number): void {
    const { stored, pruner } = this.#parts;
    if (pruner?.promote === undefined) return;
    const trials = stored.trials();
    // What a crash left behind is taken up first: whether another goes on is asked when it would have been without the crash.
    if (
      trials.some(
        ({ state, continues, attempt }) => state === "waiting" && (continues !== undefined || attempt > 0),
      )
    )
      return;
    const number = pruner.promote({ trials, direction: this.direction });
    if (number === undefined || trials.filter(({ state }) => state !== "waiting").length >= limit) return;
    const { parameters, seed } = trials[number]!;
    stored.enqueue({ fixed: parameters, continues: number, ...(seed !== undefined && { seed }) });
  }

  /** `trials`, or fewer where the sampler has no more; enqueued ones come on top of those. */
  #limit(trials: number): number {
    const { sampler, stored } = this.#parts;
    const size = this.space === undefined ? undefined : sampler.size?.(this.space);
    if (size === undefined) return trials;
    return Math.min(trials, size + stored.trials().filter(({ fixed }) => fixed !== undefined).length);
  }

  #distributionsOf(parameters: Parameters): Readonly<Record<string, Distribution>> {
    return Object.fromEntries(Object.keys(parameters).map((name) => [name, this.#distributions[name]!]));
  }
}
