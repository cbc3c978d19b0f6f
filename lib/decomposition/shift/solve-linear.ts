/**
 * Solves a small system of linear equations by elimination with pivots; undefined where it has no one solution.
 *
 * @param matrix - one row an equation, square
 * @example
 * solveLinear([[2, 1], [1, 3]], [4, 7]); // [1, 2]
 */
export function solveLinear(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): number[] | undefined {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const size = rows.length;
  const scale = Math.max(...matrix.flat().map(Math.abs));
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const top = rows[column]!;
    if (!(Math.abs(top[column]!) > 1e-9 * scale)) return undefined;
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const factor = rows[row]![column]! / top[column]!;
      for (let k = column; k <= size; k++) rows[row]![k]! -= factor * top[k]!;
    }
  }
  return rows.map((row, i) => row[size]! / row[i]!);
}
