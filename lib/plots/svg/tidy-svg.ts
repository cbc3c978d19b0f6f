/** Attributes that hold coordinates. */
const coordinates = /\b(d|x|y|x1|x2|y1|y2|cx|cy|r|width|height|points|transform)="([^"]*)"/g;

/**
 * An SVG that is the same on every platform and says what it shows: coordinates with two decimals at most, quotes as
 * the browser writes them, and the reading as its label.
 *
 * @param svg - as plotly.js exports it
 * @param reading - for screen readers
 */
export function tidySvg(svg: string, reading: string): string {
  return svg
    .replace(coordinates, (_, name: string, value: string) => `${name}="${rounded(value)}"`)
    .replace(/TOBESTRIPPED/g, "'")
    .replace("<svg ", `<svg role="img" aria-label="${escapeXml(reading)}" `);
}

function rounded(value: string): string {
  return value.replace(/-?\d+\.\d{3,}(e-?\d+)?/g, (number) => String(Number(Number(number).toFixed(2)) + 0));
}

/** A text as it may stand in XML, in an attribute or between tags. */
export function escapeXml(text: string): string {
  const names: Record<string, string> = { "&": "amp", "<": "lt", ">": "gt", '"': "quot" };
  return text.replace(/[&<>"]/g, (character) => `&${names[character]};`);
}
