export { datasetFromRecipe } from "./dataset-from-recipe.js";
export { type Recipe, withRecipe } from "./recipe.js";
export { type StreamBatchesOptions, streamBatches } from "./stream-batches.js";
export type { StreamedBatch } from "./streamed-batch.js";
