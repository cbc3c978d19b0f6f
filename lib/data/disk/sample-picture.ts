import { encodePng } from "../../core/index.js";
import { contactSheet } from "../looking/contact-sheet.js";
import { type AnyDataSet, classesOf, type Splits } from "./any-data-set.js";

/** Lines of the picture for each split, and images in each. */
const lines = 2;
const columns = 10;

/**
 * Some samples of each split, as a PNG file: the first of each class in turn. Undefined where samples are no pictures.
 */
export function samplePicture(splits: Splits): Uint8Array | undefined {
  const datasets = Object.values(splits);
  const [height, width, channels] = datasets[0]!.shape;
  if (datasets[0]!.shape.length !== 3 || (channels !== 1 && channels !== 3)) return undefined;
  const scale = Math.max(1, Math.min(16, Math.floor(64 / Math.max(height!, width!))));
  const sheets = datasets.map((dataset) =>
    contactSheet(dataset, classesInTurn(dataset), { columns, scale, gap: 4 }),
  );
  const sheetWidth = Math.max(...sheets.map((sheet) => sheet.width));
  const gap = 16;
  const sheetHeight = sheets.reduce((sum, sheet) => sum + sheet.height + gap, -gap);
  const pixels = new Uint8Array(3 * sheetWidth * sheetHeight).fill(255);
  let top = 0;
  for (const sheet of sheets) {
    for (let y = 0; y < sheet.height; y++)
      pixels.set(
        sheet.pixels.subarray(3 * y * sheet.width, 3 * (y + 1) * sheet.width),
        3 * (top + y) * sheetWidth,
      );
    top += sheet.height + gap;
  }
  return encodePng(pixels, sheetWidth, sheetHeight);
}

/** One row of each class, then the next of each, as far as there is room; plain order where there are no classes. */
function classesInTurn(dataset: AnyDataSet): number[] {
  const room = Math.min(lines * columns, dataset.size);
  const classes = classesOf(dataset)?.length ?? 1;
  const rows = Array.from({ length: classes }, (): number[] => []);
  const enough = Math.ceil(room / classes);
  for (let row = 0; row < dataset.size; row++) {
    const ofClass = rows["labels" in dataset ? dataset.labels[row]! : 0]!;
    if (ofClass.length < enough) ofClass.push(row);
  }
  const inTurn = Array.from({ length: enough }, (_, k) => rows.flatMap((ofClass) => ofClass.slice(k, k + 1)));
  return inTurn.flat().slice(0, room);
}
