import { type Canvas, surface } from "../raster/index.js";
import { grain } from "./grain.js";
import { type Lot, type Street, streetEnd } from "./street.js";
import { stripes } from "./stripes.js";

const glass = [0.3, 0.37, 0.44] as const;

/** Paints the house fronts on both sides, column by column: along one column a wall has one distance. */
export function drawWalls(canvas: Canvas, street: Street): void {
  const { size } = canvas;
  const { camera } = street;
  for (let column = 0; column < size; column++) {
    const slope = ((column + 0.5) / size - camera.vanishing) / camera.focal;
    const side = slope < 0 ? 0 : 1;
    const distance = Math.min(street.walls[side] / slope, streetEnd);
    const lots = street.lots[side];
    const index = lots.findIndex((lot) => distance < lot.end);
    const at = Math.max(index, 0);
    const from = at === 0 ? 0 : lots[at - 1]!.end;
    // Metres of wall along the street that one column sees.
    const length = distance / size / camera.focal / Math.max(Math.abs(slope), 0.01);
    drawColumn(canvas, street, lots[at]!, { column, side, distance, along: distance - from, length });
  }
}

interface WallColumn {
  column: number;
  side: 0 | 1;
  distance: number;
  /** Metres from the lot's near corner. */
  along: number;
  length: number;
}

function drawColumn(canvas: Canvas, street: Street, lot: Lot, wall: WallColumn): void {
  const { size, colour } = canvas;
  const { camera, haze } = street;
  const { column, distance, along, length } = wall;
  const metres = distance / camera.focal; // that one picture side spans, at this distance
  const ground = camera.horizon + camera.height / metres;
  const top = (ground - (lot.height * camera.squash) / metres) * size;
  const base = ground * size;
  const isHedge = lot.kind === "hedge";
  const bays = stripes(along, length, lot.bay, lot.bay * 0.28, lot.bay * 0.74);
  const panes = stripes(along, length, lot.bay * 2, 0.3, lot.bay * 2 - 0.3);
  const bay = Math.floor(along / lot.bay);
  const facing = 1 + 0.2 * street.light * (wall.side === 0 ? 1 : -1);
  const far = Math.min(0.75, distance / 160);
  const near = 1 - far;
  const seed = street.grain + Math.floor(lot.end * 64);
  const fade = Math.min(1, 0.5 / length);
  const firstRow = Math.max(0, Math.floor(top));
  const lastRow = Math.min(size - 1, Math.ceil(base) - 1);
  for (let row = firstRow; row <= lastRow; row++) {
    const cover = Math.min(1, row + 1 - top); // the base needs no smoothing: pavement is painted over it
    const up = ((ground - (row + 0.5) / size) * metres) / camera.squash;
    const onShop = lot.kind === "shop" && up < 3;
    const isTrim = !isHedge && (up > lot.height - 0.35 || (lot.kind === "shop" && up >= 3 && up < 3.6));
    let window = 0;
    if (onShop) window = up > 0.5 && up < 2.7 ? panes : 0;
    else if (!isHedge && !isTrim && up > 0.8)
      window = bays * stripes(up, metres / size, lot.storey, lot.storey * 0.32, lot.storey * 0.78);
    const storey = Math.floor(up / lot.storey);
    const cell = grain(bay + 64, onShop ? -1 : storey, seed);
    const rough = (grain(Math.floor(along * 3), Math.floor(up * 5), seed) - 0.5) * fade;
    const tone =
      facing *
      (1 + rough * (isHedge ? 0.5 : 0.1)) *
      (isHedge ? 0.75 + 0.25 * Math.min(1, up / lot.height) : 1);
    const pane = 0.75 + 0.7 * cell * cell + 0.012 * up;
    const pixel = row * size + column;
    const paint = isTrim ? lot.trim : lot.colour;
    const wallShare = tone * (1 - window) * near * cover;
    const glassShare = pane * window * near * cover;
    const hazeShare = 0.93 * far * cover;
    const at = pixel * 3;
    const rest = 1 - cover;
    colour[at] = colour[at]! * rest + paint[0] * wallShare + glass[0] * glassShare + haze[0] * hazeShare;
    colour[at + 1] =
      colour[at + 1]! * rest + paint[1] * wallShare + glass[1] * glassShare + haze[1] * hazeShare;
    colour[at + 2] =
      colour[at + 2]! * rest + paint[2] * wallShare + glass[2] * glassShare + haze[2] * hazeShare;
    if (cover < 0.5) continue;
    canvas.distance[pixel] = distance;
    const isLit = cell > (onShop ? 0.3 : 0.6);
    canvas.surface[pixel] = window <= 0.35 ? surface.wall : isLit ? surface.litWindow : surface.window;
  }
}
