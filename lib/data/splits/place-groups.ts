/**
 * Places whole groups of rows into splits of about the given sizes, each with about the data set's mix of classes.
 *
 * Largest first, and each where the sum over classes of squared distances from what the split should hold falls most.
 *
 * @param groups - each group's rows, in random order: ties go by it
 * @returns each split's rows
 */
export function placeGroups(
  groups: readonly (readonly number[])[],
  labels: Int32Array,
  sizes: readonly number[],
): number[][] {
  const classSizes = countClasses(
    Array.from(labels, (_, row) => row),
    labels,
  );
  const held = sizes.map(() => new Map<number, number>());
  const rows: number[][] = sizes.map(() => []);
  for (const group of [...groups].sort((a, b) => b.length - a.length)) {
    const counts = countClasses(group, labels);
    const costs = sizes.map((size, split) => {
      let cost = 0;
      for (const [label, count] of counts) {
        // Measured in shares of the class, so that a rare class weighs as much as a common one.
        const all = classSizes.get(label)!;
        const target = size / labels.length;
        const before = (held[split]!.get(label) ?? 0) / all;
        cost += (before + count / all - target) ** 2 - (before - target) ** 2;
      }
      return cost / sizes[split]!; // a group fills more of a small split
    });
    const best = costs.indexOf(Math.min(...costs));
    rows[best]!.push(...group);
    for (const [label, count] of counts) held[best]!.set(label, (held[best]!.get(label) ?? 0) + count);
  }
  return rows;
}

function countClasses(rows: readonly number[], labels: Int32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(labels[row]!, (counts.get(labels[row]!) ?? 0) + 1);
  return counts;
}
