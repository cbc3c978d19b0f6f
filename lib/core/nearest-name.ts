/**
 * The name among `names` that needs the fewest edits to become `wanted`, or undefined where none is close.
 *
 * "Close" is at most a third of the longer word (Levenshtein distance), so `nosie` finds `noise` and `seed` does not.
 *
 * @example
 * nearestName("nosie", ["noise", "seed"]); // "noise"
 */
export function nearestName(wanted: string, names: readonly string[]): string | undefined {
  let best: { name: string; edits: number } | undefined;
  for (const name of names) {
    const edits = editDistance(wanted.toLowerCase(), name.toLowerCase());
    const allowed = Math.max(1, Math.ceil(Math.max(wanted.length, name.length) / 3));
    if (edits <= allowed && (best === undefined || edits < best.edits)) best = { name, edits };
  }
  return best?.name;
}

/** Levenshtein's distance: insertions, deletions and replacements, one row of the table at a time. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replace, previous[j]! + 1, row[j - 1]! + 1));
    }
    previous = row;
  }
  return previous[b.length]!;
}
