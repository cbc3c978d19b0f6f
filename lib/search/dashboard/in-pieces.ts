/** What an attribute's text may hold in Optuna's databases. */
const longest = 2045;

/**
 * A long text as attributes `<prefix>0`, `<prefix>1`, …; pieces of a longer one that stood there before are undefined.
 *
 * @param before - the attributes that are there
 */
export function inPieces(
  prefix: string,
  text: string,
  before: Readonly<Record<string, unknown>>,
): Record<string, string | undefined> {
  const pieces: Record<string, string | undefined> = {};
  for (const key of Object.keys(before)) if (key.startsWith(prefix)) pieces[key] = undefined;
  for (let k = 0; k * longest < text.length; k++)
    pieces[`${prefix}${k}`] = text.slice(k * longest, (k + 1) * longest);
  return pieces;
}
