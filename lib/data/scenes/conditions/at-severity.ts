/** The entry of a condition's table for a severity from 1 to 5. */
export function atSeverity(severity: number, table: readonly number[]): number {
  return table[severity - 1]!;
}
