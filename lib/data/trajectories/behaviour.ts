/** What a person does in one step: walks on, slows down, or looks at the traffic. */
export const acts = 3;

/** Speed in metres per second and head turn in radians (0: straight ahead) of each act. */
const typical = [
  { speed: 1.4, headTurn: 0 }, // walks
  { speed: 0.7, headTurn: 0 }, // slows
  { speed: 1.1, headTurn: 1 }, // looks
] as const;

/** Chance that a step begins another act; an act lasts 4 steps, in the mean. */
export const changeRate = 0.25;

/** Seconds between two steps. */
export const stepSeconds = 0.1;

/** How an act looks where people walk as they do, at severity 0, up to a part of town where they amble and glance. */
export function looksOf(act: number, shift: number): { speed: number; headTurn: number } {
  const { speed, headTurn } = typical[act]!;
  return { speed: speed * (1 - 0.1 * shift), headTurn: headTurn * (1 - 0.12 * shift) };
}

/**
 * Chance that `from` is followed by `to` within a step.
 *
 * Who is going to cross walks, slows, looks, walks, and so on; who stays goes through the same acts the other way round.
 * Each act is as frequent, and lasts as long, for both: nothing but the order tells them apart.
 *
 * @param order - chance that the next act is the one whose turn it is, 0.5 … 1
 */
export function changeChance(from: number, to: number, willCross: boolean, order: number): number {
  if (from === to) return 1 - changeRate;
  const isForward = (from + 1) % acts === to;
  return changeRate * (isForward === willCross ? order : 1 - order);
}
