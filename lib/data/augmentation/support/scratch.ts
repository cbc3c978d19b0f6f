/**
 * Memory that a function needs while it works on one image, kept for the next: at least `length` numbers, with
 * whatever the last use left in them.
 */
export function scratch<T extends { readonly length: number }>(
  ofLength: new (length: number) => T,
): (length: number) => T {
  let kept = new ofLength(0);
  return (length) => {
    if (kept.length < length) kept = new ofLength(length);
    return kept;
  };
}
