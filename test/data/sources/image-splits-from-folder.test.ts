import { mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeEach, expect, test } from "vitest";
import { imageSplitsFromFolder } from "../../../lib/data/index.js";

const root = mkdtempSync(join(tmpdir(), "image-splits-"));
afterAll(() => rmSync(root, { recursive: true }));

const colours = { cat: "#ff0000", dog: "#00ff00" } as const;
let folder = "";

/** `train` and `test`, each with a red cat and a green dog, of another size and mode in each. */
beforeEach(async () => {
  folder = mkdtempSync(join(root, "set-"));
  for (const [split, side] of [
    ["train", 40],
    ["test", 9],
  ] as const)
    for (const [name, background] of Object.entries(colours)) {
      mkdirSync(join(folder, split, name), { recursive: true });
      const image = sharp({ create: { width: side, height: 2 * side, channels: 3, background } });
      const file = join(folder, split, name, "one.png");
      await (split === "test" ? image.png({ palette: true }) : image.ensureAlpha().png()).toFile(file);
    }
});

test("reads each split with the same classes, whatever the sizes and modes of its images", async () => {
  const splits = await imageSplitsFromFolder(folder, { imageSize: 4 });
  expect(Object.keys(splits)).toEqual(["test", "train"]);
  for (const { classes, labels, batch } of Object.values(splits)) {
    expect(classes).toEqual(["cat", "dog"]);
    expect(Array.from(labels)).toEqual([0, 1]);
    expect(Array.from(batch([1]).x.subarray(0, 3))).toEqual([0, 255, 0]);
  }
});

test("a class that one split lacks is named, with both folders", async () => {
  rmSync(join(folder, "test", "dog"), { recursive: true });
  await expect(imageSplitsFromFolder(folder)).rejects.toThrow(
    `${join(folder, "train")} has the class folder "dog", ${join(folder, "test")} has none.`,
  );
});

test("a class that is spelt otherwise in one split is named with the line that renames it", async () => {
  renameSync(join(folder, "test", "dog"), join(folder, "test", "dogs"));
  const wanted = /but "dogs?"[\s\S]*mv .*dogs?" ".*dogs?"/;
  await expect(imageSplitsFromFolder(folder)).rejects.toThrow(wanted);
});

test("a folder without splits says what is expected, and misspelt options are refused", async () => {
  await expect(imageSplitsFromFolder(join(folder, "nowhere"))).rejects.toThrow("a folder for each split");
  await expect(imageSplitsFromFolder(folder, { size: 4 } as never)).rejects.toThrow('"size"');
});
