import { describe, expect, test } from "vitest";
import {
  box,
  ellipse,
  limb,
  makeCanvas,
  type Pen,
  ring,
  surface,
  trapezoid,
} from "../../../lib/data/scenes/raster/index.js";
import { overlap, stripes } from "../../../lib/data/scenes/street/stripes.js";

const white = [1, 1, 1] as const;

/** Draws in white on black, at the given pixels per metre, and returns the pixels' sum: the area, in pixels. */
function areaOf(draw: (pen: Pen) => void, scale = 10, options: Partial<Pen> = {}): number {
  const canvas = makeCanvas(64);
  const pen = {
    canvas,
    left: 31.3,
    ground: 33.7,
    scale,
    rise: scale,
    opacity: 1,
    distance: 5,
    surface: surface.thing,
    light: 0,
  };
  draw({ ...pen, ...options });
  let sum = 0;
  for (let at = 0; at < canvas.colour.length; at += 3) sum += canvas.colour[at]!;
  return sum;
}

describe("shapes cover their own area in pixels, edges included", () => {
  test("a box, also one thinner than a pixel", () => {
    expect(areaOf((pen) => box(pen, -1, 1.5, -0.5, 1, white))).toBeAllClose(2.5 * 1.5 * 100);
    expect(areaOf((pen) => box(pen, 0.11, 0.13, 0, 2, white))).toBeAllClose(0.02 * 2 * 100, { rtol: 1e-5 });
  });

  test("a trapezoid: mean width × height", () => {
    const area = areaOf((pen) =>
      trapezoid(pen, { bottom: 0, top: 2, bottomEdge: [-1.5, 1.5], topEdge: [-0.5, 0.5] }, white),
    );
    expect(area).toBeAllClose(2 * 2 * 100, { rtol: 0.01 });
  });

  test("a limb of radius r and length l: 2rl + πr²", () => {
    const area = areaOf((pen) => limb(pen, [-1, -1, 0.4], [1, 1, 0.4], white));
    expect(area).toBeAllClose((0.8 * Math.SQRT2 * 2 + Math.PI * 0.16) * 100, { rtol: 0.02 });
  });

  test("an ellipse: πab, and a ring: 2πr × width", () => {
    // The shading of its upper side evens out; the edge's smoothing does not quite.
    expect(areaOf((pen) => ellipse(pen, 0, 0, 2, 1, white))).toBeAllClose(Math.PI * 2 * 100, { rtol: 0.06 });
    expect(areaOf((pen) => ring(pen, 0, 0, 2, 0.3, white))).toBeAllClose(2 * Math.PI * 2 * 0.3 * 100, {
      rtol: 0.02,
    });
  });

  test("half of it at half opacity, and nothing outside the canvas", () => {
    const draw = (pen: Pen) => box(pen, 0, 1, 0, 1, white);
    expect(areaOf(draw, 10, { opacity: 0.5 })).toBeAllClose(50);
    expect(areaOf(draw, 10, { left: 1000 })).toBe(0);
    expect(areaOf((pen) => limb(pen, [0, 0, 1], [1, 1, 1], white), 10, { left: -500 })).toBe(0);
  });
});

test("a shape notes its distance and surface where it covers half a pixel or more", () => {
  const canvas = makeCanvas(8);
  const pen = {
    canvas,
    left: 0,
    ground: 8,
    scale: 1,
    rise: 1,
    opacity: 1,
    distance: 7,
    surface: surface.person,
    light: 0,
  };
  box(pen, 2, 4.4, 0, 8, white);
  expect(Array.from(canvas.surface.subarray(0, 8))).toEqual([0, 0, 7, 7, 0, 0, 0, 0]);
  expect(canvas.distance[2]).toBe(7);
});

describe("stripes(at, width, period, start, end)", () => {
  test("is the share of the stretch that is marked, by hand", () => {
    expect(stripes(1.5, 1, 2, 0, 1)).toBe(0);
    expect(stripes(0.75, 0.5, 1, 0.25, 0.75)).toBe(0.5);
    expect(stripes(-0.75, 0.5, 1, 0.25, 0.75)).toBe(0.5);
  });

  test("fades to the pattern's mean where a pixel sees many periods", () => {
    expect(stripes(3.3, 1000, 1, 0.2, 0.5)).toBeAllClose(0.3, { rtol: 1e-3 });
  });

  test("overlap is its like for one mark", () => {
    expect([overlap(0, 2, 0, 5), overlap(0, 2, 1, 5), overlap(0, 2, -9, 9)]).toEqual([0.5, 0, 1]);
  });
});
