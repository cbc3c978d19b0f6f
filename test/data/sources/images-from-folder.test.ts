import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { imagesFromFolder } from "../../../lib/data/index.js";

const root = mkdtempSync(join(tmpdir(), "images-from-folder-"));
afterAll(() => rmSync(root, { recursive: true }));

const image = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 3, background } });

/** A folder with a large red JPEG and a small red PNG in `b-red`, and a green PNG with transparency in `a-green`. */
async function writeFolder(): Promise<string> {
  const folder = mkdtempSync(join(root, "set-"));
  mkdirSync(join(folder, "b-red"));
  mkdirSync(join(folder, "a-green"));
  await image(300, 200, "#ff0000")
    .jpeg()
    .toFile(join(folder, "b-red", "large.jpg"));
  await image(5, 9, "#ff0000")
    .png()
    .toFile(join(folder, "b-red", "small.png"));
  await image(20, 20, "#00ff00")
    .ensureAlpha(0.5)
    .png()
    .toFile(join(folder, "a-green", "half.png"));
  return folder;
}

let folder = "";
beforeEach(async () => {
  folder = await writeFolder();
});

describe("imagesFromFolder(path)", () => {
  test("reads one class a folder, in alphabetical order, every image scaled to imageSize", async () => {
    const data = await imagesFromFolder(folder, { imageSize: 8 });
    expect(data.classes).toEqual(["a-green", "b-red"]);
    expect(data.ids).toEqual(["a-green/half.png", "b-red/large.jpg", "b-red/small.png"]);
    expect(Array.from(data.labels)).toEqual([0, 1, 1]);
    expect(data.shape).toEqual([8, 8, 3]);
    const { x } = data.batch([0, 1, 2]);
    expect(Array.from(x.subarray(0, 3))).toEqual([128, 255, 128].map((v) => expect.closeTo(v, -0.5)));
    expect(Array.from(x.subarray(192, 195))).toEqual([254, 0, 0]);
    expect(Array.from(x.subarray(384, 387))).toEqual([255, 0, 0]);
  });

  test("reads grey images as colour and colour images as grey", async () => {
    await image(6, 6, "#808080")
      .toColourspace("b-w")
      .png()
      .toFile(join(folder, "b-red", "grey.png"));
    const colour = await imagesFromFolder(folder, { imageSize: 4 });
    expect(Array.from(colour.batch([1]).x.subarray(0, 3))).toEqual([128, 128, 128]);
    const grey = await imagesFromFolder(folder, { imageSize: 4, channels: 1 });
    expect(grey.shape).toEqual([4, 4, 1]);
    expect(grey.batch([0, 1, 2, 3]).x.length).toBe(4 * 16);
  });

  test("skips hidden files and folders", async () => {
    writeFileSync(join(folder, "b-red", ".DS_Store"), "not an image");
    mkdirSync(join(folder, ".ipynb_checkpoints"));
    expect((await imagesFromFolder(folder)).size).toBe(3);
  });

  test.each(["text", "cut short"])("names a file that is no image (%s)", async (how) => {
    const whole = await sharp({
      create: {
        width: 200,
        height: 200,
        channels: 3,
        background: "red",
        noise: { type: "gaussian", mean: 128, sigma: 30 },
      },
    })
      .jpeg()
      .toBuffer();
    writeFileSync(
      join(folder, "b-red", "photo.jpg"),
      how === "text" ? "hello" : whole.subarray(0, whole.length / 2),
    );
    await expect(imagesFromFolder(folder)).rejects.toThrow(join(folder, "b-red", "photo.jpg"));
  });

  test("names a class folder with nothing in it", async () => {
    mkdirSync(join(folder, "c-empty"));
    await expect(imagesFromFolder(folder)).rejects.toThrow(`${join(folder, "c-empty")} has no files.`);
  });

  test("says so when there are no class folders, or one", async () => {
    await expect(imagesFromFolder(join(folder, "b-red"))).rejects.toThrow("has no class folders.");
    rmSync(join(folder, "a-green"), { recursive: true });
    await expect(imagesFromFolder(folder)).rejects.toThrow('has one class folder, "b-red".');
  });

  test("says so when the folder is missing, or is a file", async () => {
    await expect(imagesFromFolder(join(folder, "nowhere"))).rejects.toThrow("does not exist.");
    await expect(imagesFromFolder(join(folder, "b-red", "small.png"))).rejects.toThrow("is a file.");
  });

  test.each<[object, string]>([
    [{ imageSize: 0 }, "imageSize is 0."],
    [{ channels: 2 }, "one of 1, 3."],
    [{ fit: "stretch" }, 'one of "cover", "fill".'],
    [{ size: 32 }, 'got the option "size"'],
  ])("refuses %j", async (options, message) => {
    await expect(imagesFromFolder(folder, options)).rejects.toThrow(message);
  });
});
