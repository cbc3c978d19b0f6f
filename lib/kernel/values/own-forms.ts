import { inspect } from "node:util";
import { Interrupted } from "../errors/interrupted.js";
import { toMimeBundle } from "../mime-bundle.js";

/** The symbol by which an object says how a notebook shows it; Deno's kernel honours it too. */
const displaySymbol: unique symbol = Symbol.for("Jupyter.display") as never;

type Forms = Record<string, unknown>;

/**
 * How a value says that it is shown, or undefined where it says nothing. One that cannot is told as text, with the reason:
 * the value is there all the same.
 */
export async function ownForms(value: unknown): Promise<Forms | undefined> {
  try {
    const display = (value as { [displaySymbol]?: unknown })[displaySymbol];
    if (typeof display !== "function") return undefined;
    return checked(await display.call(value));
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : inspect(error, { depth: 0 });
    return { "text/plain": `${inspect(value)}\nIts own display failed (${reason.split("\n")[0]}).` };
  }
}

/** @throws TypeError for what is no bundle, or has a circle in it */
function checked(bundle: unknown): Forms {
  const isRecord = typeof bundle === "object" && bundle !== null && !Array.isArray(bundle);
  const types = isRecord ? Object.keys(bundle) : [];
  if (types.length === 0 || !types.every((type) => /^[\w.+-]+\/[\w.+-]+/.test(type)))
    throw new TypeError(`it returned ${shortly(bundle)}, not data by MIME type`);
  JSON.stringify(toMimeBundle(bundle as Forms)); // throws for what cannot be sent
  return bundle as Forms;
}

function shortly(value: unknown): string {
  const text = inspect(value, { depth: 0, breakLength: Number.POSITIVE_INFINITY });
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
