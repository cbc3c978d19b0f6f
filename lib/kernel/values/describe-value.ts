import { inspect } from "node:util";
import { type MimeBundle, toMimeBundle } from "../mime-bundle.js";
import { dataFrameForms, isDataFrame } from "./data-frame-forms.js";

/** The symbol by which an object says how a notebook shows it; Deno's kernel honours it too. */
const displaySymbol: unique symbol = Symbol.for("Jupyter.display") as never;

/** A cell's last value as the client gets it: its own forms if it has any, and text in any case. */
export async function describeValue(value: unknown): Promise<MimeBundle> {
  const data = await formsOf(value);
  return toMimeBundle("text/plain" in data ? data : { ...data, "text/plain": textOf(value) });
}

async function formsOf(value: unknown): Promise<Record<string, unknown>> {
  const own = (value as { [displaySymbol]?: unknown })[displaySymbol];
  if (typeof own === "function") return own.call(value);
  return typeof value === "object" && isDataFrame(value!) ? dataFrameForms(value) : {};
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : inspect(value));
