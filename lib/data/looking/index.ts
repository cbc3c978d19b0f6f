export { type ContactSheetOptions, contactSheet, type RgbImage } from "./contact-sheet.js";
export { imageToDataUri, imageToPng } from "./image-to-png.js";
