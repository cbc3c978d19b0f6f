import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "own-images-"));
const run = (args: string[], env: Record<string, string> = {}) =>
  spawnSync(process.execPath, args, { encoding: "utf8", timeout: 100_000, env: { ...process.env, ...env } });

/** Forty pictures of two sizes and formats: a light square left in one class, right in the other. */
beforeAll(async () => {
  for (const side of ["left", "right"]) {
    mkdirSync(join(folder, side));
    for (let i = 0; i < 20; i++) {
      const size = i % 2 === 0 ? 48 : 80; // pixels
      const background = { r: 3 * i, g: 20, b: 60 };
      const square = await sharp({
        create: { width: size / 4, height: size / 4, channels: 3, background: "#eee" },
      })
        .png()
        .toBuffer();
      const left = side === "left" ? i % 5 : size / 2 + (i % 5);
      await sharp({ create: { width: size, height: size, channels: 3, background } })
        .composite([{ input: square, left, top: 5 + i }])
        .toFile(join(folder, side, `${i}.${i % 2 === 0 ? "png" : "jpg"}`));
    }
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

test("examples/own-images.ts trains on a folder of one's own images and takes the error apart", () => {
  const { status, stdout } = run(["node_modules/tsx/dist/cli.mjs", "examples/own-images.ts", folder]);
  expect(stdout).toMatch(/24 images to train on, classes left, right/);
  expect(stdout).toMatch(/epoch 20: error train/);
  expect(stdout).toMatch(/avoidableBias/);
  expect(status).toBe(0);
});

test("doctor examples/own-images.ts finds nothing wrong with a folder given as IMAGES", () => {
  const { status, stdout } = run(["dist/cli/main.js", "doctor", "examples/own-images.ts"], {
    IMAGES: folder,
  });
  expect(stdout).toMatch(/^clean/);
  expect(status).toBe(0);
});

test("doctor examples/own-images.ts without a folder says what to type", () => {
  const { status, stderr } = run(["dist/cli/main.js", "doctor", "examples/own-images.ts"], { IMAGES: "" });
  expect(stderr).toMatch(/IMAGES=path\/to\/folder npx deep-pessimist doctor/);
  expect(status).toBe(2);
});
