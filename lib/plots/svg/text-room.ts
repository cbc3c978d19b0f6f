import { textWidth } from "./text-size.js";

/** DejaVu Sans, which Linux takes where Helvetica and Arial are missing, by Helvetica: plain, and bold. */
const widest = { plain: 1.2, bold: 1.36 };

/**
 * The room in pixels that a line of text needs at a font size, whichever font it is drawn in; what stands between
 * `<b>` and `</b>` is bold.
 */
export function textRoom(text: string, size: number): number {
  const parts = text.split(/<\/?b>/);
  return parts.reduce(
    (sum, part, i) => sum + textWidth(part, size) * (i % 2 === 1 ? widest.bold : widest.plain),
    0,
  );
}
