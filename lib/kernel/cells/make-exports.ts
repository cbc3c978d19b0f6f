/**
 * The object that holds the variables of all cells. TypeScript defines a named import as a getter that cannot be
 * set again; here each name takes its value at once, so that a later cell may declare it anew.
 */
export function makeExports(): Record<string, unknown> {
  return new Proxy<Record<string, unknown>>(
    {},
    {
      defineProperty(target, name, { get, value }) {
        if (name === "__esModule") return true;
        return Reflect.set(target, name, get === undefined ? value : get());
      },
    },
  );
}
