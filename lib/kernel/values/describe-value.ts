import { inspect } from "node:util";
import type { Figure } from "../../core/index.js";
import { figureBundle } from "../../plots/show/figure-bundle.js";
import { svgIfPossible } from "../../plots/show/show.js";
import { type MimeBundle, toMimeBundle } from "../mime-bundle.js";
import { dataFrameForms, isDataFrame } from "./data-frame-forms.js";
import { isModel, modelForms } from "./model-forms.js";
import {
  datasetForms,
  diagnosisForms,
  historyForms,
  isDataset,
  isDiagnosis,
  isHistory,
} from "./record-forms.js";
import { isTensor, tensorForms } from "./tensor-forms.js";

/** The symbol by which an object says how a notebook shows it; Deno's kernel honours it too. */
const displaySymbol: unique symbol = Symbol.for("Jupyter.display") as never;

type Forms = Record<string, unknown>;

/** A cell's last value as the client gets it: its own forms if it has any, and text in any case. */
export async function describeValue(value: unknown): Promise<MimeBundle> {
  const data = await formsOf(value);
  return toMimeBundle("text/plain" in data ? data : { ...data, "text/plain": textOf(value) });
}

async function formsOf(value: unknown): Promise<Forms> {
  const own = (value as { [displaySymbol]?: unknown })[displaySymbol];
  if (typeof own === "function") return own.call(value);
  return typeof value === "object" && value !== null ? knownForms(value) : {};
}

/** What we know by its fields, without its library being loaded. */
async function knownForms(value: object): Promise<Forms> {
  if (isDataFrame(value)) return dataFrameForms(value);
  if (isTensor(value)) return tensorForms(value);
  if (isModel(value)) return modelForms(value);
  if (isDataset(value)) return datasetForms(value);
  if (isHistory(value)) return historyForms(value);
  if (isDiagnosis(value)) return diagnosisForms(value);
  if (isFigure(value)) return figureBundle(value, await svgIfPossible(value));
  return {};
}

function isFigure(value: object): value is Figure {
  const { data, layout, reading } = value as Partial<Figure>;
  return Array.isArray(data) && typeof layout === "object" && typeof reading === "string";
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : inspect(value));
