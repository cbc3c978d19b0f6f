import { expect, test } from "vitest";
import { figureToSvg, plotActivationVariance } from "../../lib/plots/index.js";

const layers = (variances: readonly number[]) =>
  variances.map((variance, i) => ({ layer: `hidden${i + 1}`, variance }));
const powers = (first: number, factor: number, depth: number) =>
  layers(Array.from({ length: depth }, (_, i) => first * factor ** i));

const kept = layers(Array.from({ length: 50 }, (_, i) => 0.34 + 0.02 * (i % 3)));
const halved = powers(0.34, 0.5, 50);
const tripled = powers(1, 3, 50);
const lost = layers([0.01, 1e-4, 1e-6, 0, 0]);

test("plotActivationVariance is the saved picture", async () => {
  const figure = plotActivationVariance({ He: kept, Glorot: halved, "N(0, 0.2)": tripled });
  await expect(await figureToSvg(figure)).toMatchFileSnapshot("output/activation-variance.svg");
});

test("plotActivationVariance says what stays, and by which factor a layer the others run away", () => {
  expect(plotActivationVariance({ He: kept, Glorot: halved, wide: tripled }).reading).toBe(
    "From the first layer to the last, the activations' variance of He stays within a factor 2 over 50 layers; " +
      "of Glorot shrinks by a factor 0.50 a layer, to 6 × 10⁻¹⁶ after 50 layers; " +
      "of wide grows by a factor 3.0 a layer, to 2 × 10²³ after 50 layers.",
  );
});

test("plotActivationVariance says from which layer on nothing is left", () => {
  expect(plotActivationVariance({ "N(0, 0.01)": lost }).reading).toContain(
    "by a factor 0.010 a layer, and is 0, for float32 has no smaller numbers, from layer 4 of 5 on",
  );
});

test("plotActivationVariance ends a line where it leaves the picture", () => {
  const { data } = plotActivationVariance({ gone: lost, beyond: tripled });
  expect(data.map(({ y }) => (y as number[]).length)).toEqual([4, 18]); // 3¹⁷ is the first above 10⁸
  expect((data[0]!.y as number[]).every(Number.isFinite)).toBe(true);
});

test("plotActivationVariance draws one line of blocks for each network", () => {
  expect(plotActivationVariance({ gone: lost }).drawing).toBe("gone      ▃▁▁▁▁  0.01 → 0");
});

test("plotActivationVariance refuses no network, seven, and one without layers", () => {
  expect(() => plotActivationVariance({})).toThrow("got 0 networks");
  const seven = Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`net ${i}`, kept]));
  expect(() => plotActivationVariance(seven)).toThrow("1 to 6");
  expect(() => plotActivationVariance({ empty: [] })).toThrow(/"empty", which has no layers/);
});
