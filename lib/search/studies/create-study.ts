import type { Pruner } from "../pruners/pruner.js";
import { auto } from "../samplers/auto.js";
import type { Sampler } from "../samplers/sampler.js";
import type { Parameters } from "../space/distribution.js";
import type { Space } from "../space/space.js";
import { openStore } from "../stores/open-store.js";
import type { Store } from "../stores/store.js";
import { assertSettings } from "./assert-settings.js";
import { assertStudyOptions } from "./assert-study-options.js";
import { OpenStudy } from "./open-study.js";
import type { Study } from "./study.js";

/** Options for {@link createStudy}. */
export interface CreateStudyOptions<Values = Parameters> {
  /** The study's name in its storage: a second call with it goes on with the same study. */
  readonly name: string;
  /** Where its trials are kept: ":memory:", the path of an SQLite file, or a store; defaults to ":memory:". */
  readonly storage?: string | Store;
  /** Which values are better; defaults to "minimize". */
  readonly direction?: "minimize" | "maximize";
  /** What proposes hyperparameters; defaults to `auto()`. */
  readonly sampler?: Sampler;
  /** What stops trials that will not win; defaults to none. */
  readonly pruner?: Pruner;
  /** Seed of every random choice, a whole number; defaults to 0. The same seed and values give the same trials. */
  readonly seed?: number;
  /** What `space` declared; without it, each trial asks for its hyperparameters by name. */
  readonly space?: Space<Values>;
}

/**
 * Starts a study, or goes on with the one of that name in the storage.
 *
 * @throws UsageError for an option that is not allowed, a storage that cannot be opened, and when the storage holds a study of
 *   that name with another space, direction or seed
 * @example
 * const study = await createStudy({ name: "parabola", space: space({ x: float(-1, 2) }) });
 * const best = await study.optimize(({ parameters: { x } }) => (x - 1) ** 2, { trials: 20 });
 * best.value < 0.1; // true
 */
export async function createStudy<Values = Parameters>(
  options: CreateStudyOptions<Values>,
): Promise<Study<Values>> {
  assertStudyOptions(options);
  const { name, storage, direction, sampler = auto(), pruner, seed, space } = options;
  const store = await openStore(storage);
  try {
    let stored = store.load(name);
    if (stored === undefined) {
      const lock = await store.locked?.();
      if (lock !== undefined) throw lock;
      stored = store.create({
        name,
        direction: direction ?? "minimize",
        seed: seed ?? 0,
        ...(space !== undefined && { space: [...space] }),
      });
    }
    assertSettings(stored.settings, { direction, seed, space });
    return new OpenStudy({ store, stored, sampler, pruner }) as unknown as Study<Values>;
  } catch (error) {
    if (store !== storage) store.close();
    throw error;
  }
}
