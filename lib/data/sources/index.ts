export { type ArraysOfData, datasetFromArrays } from "./dataset-from-arrays.js";
export { type DigitsOptions, digits } from "./digits.js";
export { imageSplitsFromFolder } from "./image-splits-from-folder.js";
export { type ImagesFromFolderOptions, imagesFromFolder } from "./images-from-folder.js";
export { type ArraysOfRegression, regressionFromArrays } from "./regression-from-arrays.js";
export type { ArraysOfSamples } from "./samples-from-arrays.js";
