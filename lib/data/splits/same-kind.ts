import type { Dataset, RegressionDataset, Samples } from "../../core/index.js";

/** A view of a data set is a data set of the same kind: labels stay labels, targets stay targets. */
export type SameKind<D extends Samples> = D extends RegressionDataset ? RegressionDataset : Dataset;

/** Whether the answers are numbers. */
export function hasTargets(samples: Samples): samples is RegressionDataset {
  return "targets" in samples;
}

/** The same data set but for its `batch`. Nothing else is copied: some sets compute labels and tags when first asked. */
export function withBatch<D extends Samples>(dataset: D, batch: D["batch"]): SameKind<D> {
  const view = Object.defineProperties({}, gettersOf(dataset));
  return Object.defineProperty(view, "batch", { value: batch, enumerable: true }) as SameKind<D>;
}

function gettersOf(dataset: object): PropertyDescriptorMap {
  const names = Object.keys(dataset).filter((name) => name !== "batch");
  return Object.fromEntries(
    names.map((name) => [name, { get: () => (dataset as Record<string, unknown>)[name], enumerable: true }]),
  );
}
