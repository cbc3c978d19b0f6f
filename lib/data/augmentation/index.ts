export { type Augment, type AugmentedSamples, type AugmentOptions, augment } from "./augment.js";
export {
  type AugmentDatasetOptions,
  type AugmentedBatch,
  type AugmentedDataset,
  augmentDataset,
} from "./augment-dataset.js";
export type { Augmentation, ImageAugmentation, MixingAugmentation } from "./augmentation.js";
export { type LabelAgreement, type LabelAgreementOptions, labelAgreement } from "./label-agreement.js";
export * as augmentations from "./ops.js";
export { type PreviewAugmentationsOptions, previewAugmentations } from "./preview-augmentations.js";
export type { ImageBatch } from "./run-ops.js";
export type { Border } from "./support/border.js";
export type { Image } from "./support/image.js";
export type { Strength } from "./support/strength.js";
