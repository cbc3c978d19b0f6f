import type { Colour } from "../raster/index.js";
import type { Site } from "./site.js";

/** What stands along one stretch of the street. Lengths are metres. */
export interface Lot {
  readonly kind: "house" | "shop" | "hedge";
  /** Where the next lot begins, metres ahead of the camera. */
  readonly end: number;
  readonly height: number;
  readonly colour: Colour;
  /** Roofs, window frames and awnings. */
  readonly trim: Colour;
  /** Height of a storey. */
  readonly storey: number;
  /** From one window to the next, along the street. */
  readonly bay: number;
}

/** Everything that is not a thing: sky, walls, ground and light. */
export interface Street extends Site {
  readonly zenith: Colour;
  readonly haze: Colour;
  readonly clouds: readonly { readonly x: number; readonly y: number; readonly width: number }[];
  /** Brightness of the exposure. */
  readonly exposure: number;
  /** House fronts, metres right of the camera. */
  readonly walls: readonly [left: number, right: number];
  readonly lots: readonly [left: readonly Lot[], right: readonly Lot[]];
  readonly asphalt: Colour;
  readonly pavement: Colour;
  /** Length of a dash and of a dash with its gap; a gap of 0 is a solid line. */
  readonly dash: readonly [dash: number, period: number];
  /** Metres to a zebra crossing, or Infinity. */
  readonly zebra: number;
  /** Picks the grain of every surface. */
  readonly grain: number;
}

/** Where the street ends in haze, metres ahead. */
export const streetEnd = 90;
