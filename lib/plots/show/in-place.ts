import { displayHook, type Figure } from "../../core/index.js";
import { figureBundle } from "./figure-bundle.js";
import { readingBundle } from "./reading-bundle.js";
import { svgIfPossible } from "./show.js";

/** A place in a notebook at which one thing follows another. */
export interface Place {
  /** A figure, with its reading under it. */
  show(figure: Figure): Promise<void>;
  /** A sentence, where there is no figure. */
  say(text: string): void;
}

let places = 0;

/** A new place, at the end of what is there; nothing is shown where there is no notebook. */
export function inPlace(): Place {
  places++;
  const displayId = `deep-pessimist-figure-${process.pid}-${places}`;
  const taken = new Set<string>();
  const put = (data: Record<string, unknown>, id: string): void => {
    displayHook()?.({ data, displayId: id, update: taken.has(id) });
    taken.add(id);
  };
  return {
    async show(figure) {
      put(figureBundle(figure, await svgIfPossible(figure)), displayId);
      put(readingBundle(figure.reading), `${displayId}-reading`);
    },
    say: (text) => put(readingBundle(text), displayId),
  };
}
