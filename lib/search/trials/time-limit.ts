/** A timer cannot be set for longer, some 25 days: Node would let it ring at once. */
const longest = 2 ** 31 - 1;

/** Milliseconds for a timer; undefined where there is no limit, or one that nobody lives to see. */
export function timeLimit(milliseconds: number | undefined): number | undefined {
  return milliseconds === undefined || milliseconds > longest ? undefined : milliseconds;
}
