/** Widths of Helvetica's characters in thousandths of the font size; the rest count as a digit does. */
const narrow = { width: 278, characters: " .,:;/!|'()[]fijlrtI·" };
const wide = { width: 722, characters: "ABCDEGHKMNOPQRSUVWXYmw%+−→" };
const digit = 556;

/** The element's own font size in pixels, or its parents'. */
function fontSize(element: Element | null): number {
  const text = /font-size:\s*([\d.]+)px/.exec(element?.getAttribute("style") ?? "")?.[1];
  if (text !== undefined) return Number(text);
  return element?.parentElement ? fontSize(element.parentElement) : 12;
}

/**
 * About how large a text will be drawn, in pixels, wherever it is drawn: within a tenth for Helvetica and its kin.
 * `ascent` is how much of the height is above the first line's foot.
 *
 * @see Adobe, "Font Metrics for PDF Core 14 Fonts": Helvetica
 */
export function textSize(element: Element): { width: number; height: number; ascent: number } {
  const lines = [...element.querySelectorAll("tspan.line")];
  const texts = (lines.length > 0 ? lines : [element]).map((line) => line.textContent ?? "");
  const size = fontSize(element.querySelector("text") ?? element);
  const widths = texts.map((text) => textWidth(text, size));
  const visible = widths.some((width) => width > 0);
  const lineHeight = visible ? 1.2 * size : 0;
  return {
    width: Math.max(...widths),
    height: texts.length * lineHeight,
    ascent: 0.78 * lineHeight,
  };
}

/** About how wide a line of text will be drawn at a font size, in pixels. */
export function textWidth(text: string, size: number): number {
  return ([...text].reduce((sum, character) => sum + widthOf(character), 0) * size) / 1000;
}

function widthOf(character: string): number {
  if (narrow.characters.includes(character)) return narrow.width;
  return wide.characters.includes(character) ? wide.width : digit;
}
