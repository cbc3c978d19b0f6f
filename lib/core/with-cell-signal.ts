import { cellSignal } from "./cell-signal.js";

/** The options of long work, with Stop in a notebook as the signal where the caller gives none. */
export function withCellSignal<Options extends { signal?: AbortSignal }>(options: Options): Options {
  const signal = options.signal ?? cellSignal();
  return signal === undefined ? options : { ...options, signal };
}
