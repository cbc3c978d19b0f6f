import { type Dataset, type Diagnosis, type History, tableForms } from "../../core/index.js";
import { imageGrid } from "./image-grid.js";

type Forms = Record<string, unknown>;

export function isDataset(value: object): value is Dataset {
  const { size, shape, classes, labels, batch } = value as Partial<Dataset>;
  return (
    typeof size === "number" &&
    [shape, classes].every(Array.isArray) &&
    labels instanceof Int32Array &&
    typeof batch === "function"
  );
}

/** A data set: how many samples of which class, and the first of them where they are images. */
export function datasetForms(dataset: Dataset): Forms {
  const { size, shape, classes, labels } = dataset;
  const counts = classes.map(
    (name, k) => `${name} ${labels.reduce((sum, label) => sum + Number(label === k), 0)}`,
  );
  const text = `${size.toLocaleString("en")} samples of shape [${shape.join(", ")}]\n${counts.join(", ")}`;
  const [height = 0, width = 0, channels = 0] = shape;
  const isImages = shape.length === 3 && [1, 3, 4].includes(channels) && size > 0;
  if (!isImages) return { "text/plain": text };
  const { x } = dataset.batch(Array.from({ length: Math.min(16, size) }, (_, i) => i));
  return { ...imageGrid({ values: x, height, width, channels }, text), "text/plain": text };
}

export function isHistory(value: object): value is History {
  const { epochs, steps, stopped } = value as Partial<History>;
  return Array.isArray(epochs) && typeof steps === "number" && typeof stopped === "string";
}

/** A training, one row an epoch. */
export function historyForms({ epochs, steps, stopped, backend }: History): Forms {
  const splits = ["train", "trainVal", "testVal"] as const;
  const scored = splits.filter((split) => epochs.some((epoch) => epoch[split] !== undefined));
  const rows = epochs.map((epoch) => [
    epoch.epoch,
    ...scored.flatMap((split) => {
      const { loss, error } = epoch[split] ?? {};
      return [loss?.toPrecision(3) ?? "", error === undefined ? "" : `${(100 * error).toFixed(1)} %`];
    }),
    epoch.seconds.toFixed(1),
  ]);
  const columns = ["epoch", ...scored.flatMap((split) => [`${split} loss`, `${split} error`]), "seconds"];
  return tableForms(columns, rows, `${steps.toLocaleString("en")} updates on ${backend}, ${stopped}`);
}

export function isDiagnosis(value: object): value is Diagnosis {
  const { verdict, findings, ran } = value as Partial<Diagnosis>;
  return typeof verdict === "string" && Array.isArray(findings) && Array.isArray(ran);
}

/** A diagnosis, most likely cause first. */
export function diagnosisForms({ verdict, findings, ran, notRun }: Diagnosis): Forms {
  const rows = findings.map(({ severity, where, title, evidence, fix }) => [
    severity,
    where,
    title,
    evidence,
    fix,
  ]);
  const note = `${verdict}: ${ran.length} checks ran, ${notRun.length} could not`;
  return findings.length === 0
    ? { "text/plain": note }
    : tableForms(["", "where", "what", "seen", "to do"], rows, note);
}
