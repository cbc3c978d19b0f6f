import { displayHook, type Figure, UsageError } from "../../core/index.js";
import { inPlace } from "./in-place.js";

/** How often a terminal gets a new reading, in milliseconds. */
const readingEvery = 10_000;

/**
 * A figure that is drawn anew while something runs, for `onTrial` of a study or `onEpoch` of a training: in a notebook one
 * picture, redrawn in place; in a terminal its reading, every ten seconds at most.
 *
 * While it cannot be drawn, as of a study without a complete trial, it says why instead: it never throws, and what runs goes on. Calls
 * that come while it is being drawn make one more drawing together, so that it never falls behind; `await` the last one, and it shows
 * how all ended.
 *
 * @param draw - makes the figure as things stand: `() => plotOptimizationHistory(study)`
 * @returns what to pass as `onTrial`; one for each figure
 */
export function liveFigure(draw: () => Figure): () => Promise<void> {
  const place = inPlace();
  let drawing: Promise<void> | undefined;
  let isStale = false;
  let printed = Number.NEGATIVE_INFINITY;
  const once = async (): Promise<void> => {
    const drawn = tryTo(draw);
    const text = typeof drawn === "string" ? drawn : drawn.reading;
    if (displayHook() === undefined) {
      if (performance.now() - printed < readingEvery) return;
      printed = performance.now();
      console.log(text);
    } else if (typeof drawn === "string") place.say(text);
    else await place.show(drawn);
  };
  const untilFresh = async (): Promise<void> => {
    // What comes in this turn is one drawing.
    await Promise.resolve();
    while (isStale) {
      isStale = false;
      await once().catch((error: unknown) => place.say(String(error)));
    }
    drawing = undefined;
  };
  return () => {
    isStale = true;
    drawing ??= untilFresh();
    return drawing;
  };
}

/** The figure, or why there is none. */
function tryTo(draw: () => Figure): Figure | string {
  try {
    return draw();
  } catch (error) {
    // It runs already: what to do about it is to wait.
    if (error instanceof UsageError) return `Nothing to draw yet: ${error.got}`;
    return error instanceof Error ? error.message : String(error);
  }
}
