/** Under this symbol an object says how a notebook shows it; Deno's kernel honours it too. */
const displaySymbol: unique symbol = Symbol.for("Jupyter.display") as never;

/**
 * Gives a value a form of its own in notebooks, where it is a cell's last value. Nobody else notices: it is neither listed
 * nor printed nor compared.
 *
 * @param forms - data by MIME type
 * @example
 * const [one] = [displayAs({ one: 1 }, () => ({ "text/html": "<b>1</b>" }))];
 * Object.keys(one).join(); // "one"
 */
export function displayAs<Value extends object>(value: Value, forms: () => Record<string, unknown>): Value {
  return Object.defineProperty(value, displaySymbol, { value: forms });
}
