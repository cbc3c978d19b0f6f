/** A number as Optuna writes it, beside the word that tells what it is: SQL has no NaN and no infinities. */
export function storedNumber(value: number): [value: number | null, type: string] {
  if (Number.isFinite(value)) return [value, "FINITE"];
  return [null, Number.isNaN(value) ? "NAN" : value > 0 ? "INF_POS" : "INF_NEG"];
}

/** The number that such a pair means. */
export function readNumber(value: unknown, type: unknown): number {
  if (type === "FINITE") return Number(value);
  return type === "INF_POS" ? Infinity : type === "INF_NEG" ? -Infinity : Number.NaN;
}
