import { inspect } from "node:util";
import type { Figure } from "../../core/index.js";
import { figureBundle } from "../../plots/show/figure-bundle.js";
import { svgIfPossible } from "../../plots/show/show.js";
import { type MimeBundle, toMimeBundle } from "../mime-bundle.js";
import {
  errorDecompositionForms,
  isErrorDecomposition,
  isPredictionLog,
  isSensitivity,
  predictionLogForms,
  sensitivityForms,
} from "./analysis-forms.js";
import { dataFrameForms, isDataFrame } from "./data-frame-forms.js";
import { isModel, modelForms } from "./model-forms.js";
import { ownForms } from "./own-forms.js";
import {
  datasetForms,
  diagnosisForms,
  historyForms,
  isDataset,
  isDiagnosis,
  isHistory,
} from "./record-forms.js";
import { isTensor, tensorForms } from "./tensor-forms.js";

type Forms = Record<string, unknown>;

/** A cell's last value as the client gets it: its own forms if it has any, and text in any case. */
export async function describeValue(value: unknown): Promise<MimeBundle> {
  const data = await formsOf(value);
  return toMimeBundle("text/plain" in data ? data : { ...data, "text/plain": textOf(value) });
}

async function formsOf(value: unknown): Promise<Forms> {
  const own = await ownForms(value);
  if (own !== undefined) return own;
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
  if (isErrorDecomposition(value)) return errorDecompositionForms(value);
  if (isPredictionLog(value)) return predictionLogForms(value);
  if (isSensitivity(value)) return sensitivityForms(value);
  if (isFigure(value)) return figureBundle(value, await svgIfPossible(value));
  if (isRead(value)) return { "text/plain": `${value.reading}\n\n${inspect(value, { depth: 1 })}` };
  return {};
}

/** Whatever else of ours says in words what it found: the words come first. */
function isRead(value: object): value is { reading: string } {
  return typeof (value as { reading?: unknown }).reading === "string";
}

function isFigure(value: object): value is Figure {
  const { data, layout, reading } = value as Partial<Figure>;
  return Array.isArray(data) && typeof layout === "object" && typeof reading === "string";
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : inspect(value));
