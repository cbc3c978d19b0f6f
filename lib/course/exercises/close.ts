/** Whether two numbers agree to a share of the wanted one; 2 % by default, for nobody types all decimals. */
export function close(value: number, wanted: number, tolerance = 0.02): boolean {
  return Math.abs(value - wanted) <= tolerance * Math.max(Math.abs(wanted), 1e-9);
}
