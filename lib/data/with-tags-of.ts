import type { Samples } from "../core/index.js";

/**
 * Gives samples their `tagsOf`, hidden from copies: `{ ...samples, tags }` has tags of its own, of which it knows nothing.
 *
 * @param tagsOf - undefined for samples that have none
 */
export function withTagsOf<S extends Samples>(samples: S, tagsOf: Samples["tagsOf"]): S {
  return tagsOf === undefined ? samples : Object.defineProperty(samples, "tagsOf", { value: tagsOf });
}
