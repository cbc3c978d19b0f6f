/** A drawing whose colours follow the page's theme, and what its colours are in either. */
export interface ThemedSvg {
  readonly svg: string;
  /** By the name of a CSS variable. */
  readonly colours: ReadonlyMap<string, { readonly light: string; readonly dark: string }>;
}

const written = /rgb\((\d+), (\d+), (\d+)\)|#([0-9a-f]{6})\b/gi;

/**
 * Replaces every colour of a drawing by a CSS variable. In the dark, light and dark change places and hues stay, so that what was
 * told apart on white is told apart on black.
 */
export function themedSvg(svg: string): ThemedSvg {
  const colours = new Map<string, { light: string; dark: string }>();
  const themed = svg.replace(written, (_, r?: string, g?: string, b?: string, hex?: string) => {
    const rgb =
      hex === undefined
        ? [Number(r), Number(g), Number(b)]
        : [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
    const light = `#${rgb.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
    const name = `--c${light.slice(1)}`;
    colours.set(name, { light, dark: inTheDark(rgb[0]! / 255, rgb[1]! / 255, rgb[2]! / 255) });
    return `var(${name})`;
  });
  return { svg: themed, colours };
}

/** The darkest that paper gets, and how light ink gets. */
const [darkest, lightest] = [0.09, 0.95];

/** The same hue and saturation with the lightness turned over. */
function inTheDark(r: number, g: number, b: number): string {
  const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)];
  const lightness = (most + least) / 2;
  const range = most - least;
  const saturation = range === 0 ? 0 : range / (1 - Math.abs(2 * lightness - 1));
  const turned = darkest + (1 - lightness) * (lightest - darkest);
  return `hsl(${Math.round(hueOf(r, g, b))} ${Math.round(85 * saturation)}% ${Math.round(100 * turned)}%)`;
}

function hueOf(r: number, g: number, b: number): number {
  const most = Math.max(r, g, b);
  const range = most - Math.min(r, g, b);
  if (range === 0) return 0;
  if (most === r) return (60 * ((g - b) / range) + 360) % 360;
  return most === g ? 60 * ((b - r) / range) + 120 : 60 * ((r - g) / range) + 240;
}
