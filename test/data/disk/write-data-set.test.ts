import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RegressionDataset, takeLock } from "../../../lib/core/index.js";
import { checkDataSet, openDataSet, writeDataSet } from "../../../lib/data/disk/index.js";
import { imagesFromFolder, makeScenes } from "../../../lib/data/index.js";
import { folderContents } from "./support/folder-contents.js";
import { sequences, streets } from "./support/small-sets.js";

const folder = mkdtempSync(join(tmpdir(), "disk-"));
const at = (name: string) => join(folder, name);
const splits = streets();
const about = { title: "Streets", summary: "Small ones.", knobs: { seed: 0, night: 0.5 } };
beforeAll(async () => {
  await writeDataSet(at("npy"), splits, { about });
  await writeDataSet(at("png"), splits, { about, format: "png" });
});
afterAll(() => rmSync(folder, { recursive: true }));

const all = { train: [...Array(42).keys()], test: [...Array(18).keys()] };

describe.each(["npy", "png"])("what writeDataSet stores as %s", (format) => {
  test("openDataSet gives back: pixels, labels, classes, names and tags", async () => {
    const opened = await openDataSet(at(format));
    expect(Object.keys(opened)).toEqual(["train", "test"]);
    for (const name of ["train", "test"] as const) {
      const { size, shape, classes, labels, ids, tags } = opened[name]!;
      expect({ size, shape, classes }).toEqual({
        size: splits[name].size,
        shape: [16, 16, 3],
        classes: splits[name].classes,
      });
      expect([labels, ids, tags]).toEqual([splits[name].labels, splits[name].ids, splits[name].tags]);
      expect(opened[name]!.batch(all[name])).toEqual(splits[name].batch(all[name]));
      expect(opened[name]!.batch([5, 2, 5])).toEqual(splits[name].batch([5, 2, 5]));
    }
  });

  test("sha256sum finds to be as its list says, and so does checkDataSet", async () => {
    const run = spawnSync("sha256sum", ["--check", "--strict", "--quiet", "SHA256SUMS"], { cwd: at(format) });
    expect([run.status, String(run.stdout)]).toEqual([0, ""]);
    expect(await checkDataSet(at(format))).toEqual([]);
    expect(readFileSync(join(at(format), "SHA256SUMS"), "utf8").split("\n")).toHaveLength(
      format === "npy" ? 7 : 65,
    );
  });

  test("is the same bytes in another folder, made in chunks of another size", async () => {
    const again = join(folder, "again", format);
    await writeDataSet(again, streets(), { about, format: format as "npy" | "png", chunkBytes: 1 });
    expect(folderContents(again)).toEqual(folderContents(at(format)));
  });
});

test("PNG folders are what imagesFromFolder reads, class by class", async () => {
  const images = await imagesFromFolder(join(at("png"), "test"), { imageSize: 16 });
  const { labels } = splits.test;
  const order = [...all.test].sort((a, b) => labels[a]! - labels[b]! || a - b);
  expect(images.classes).toEqual(["no person", "person"]);
  expect(Array.from(images.labels)).toEqual(order.map((row) => labels[row]));
  expect(images.batch(all.test).x).toEqual(splits.test.batch(order).x);
});

test("sequences of numbers with targets and lengths come back too", async () => {
  await writeDataSet(at("sequences"), { all: sequences });
  const opened = await openDataSet<RegressionDataset>(at("sequences"));
  const { targets, targetNames, lengths, tags, shape } = opened.all!;
  expect({ targets, targetNames, lengths, tags, shape }).toEqual({
    targets: sequences.targets,
    targetNames: sequences.targetNames,
    lengths: sequences.lengths,
    tags: sequences.tags,
    shape: [2, 1],
  });
  expect(opened.all!.batch([2, 0])).toEqual(sequences.batch([2, 0]));
  expect(existsSync(at("sequences/sample.png"))).toBe(false);
});

test("the data card has rows, balance, knobs, the hash and a picture", async () => {
  const card = readFileSync(join(at("npy"), "README.md"), "utf8");
  const persons = splits.train.labels.reduce((sum, label) => sum + label, 0);
  expect(card).toContain("# Streets\n\nSmall ones.\n\n![Some samples of each split](sample.png)");
  expect(card).toContain(`| \`train\` | 42 | ${42 - persons} (`);
  expect(card).toContain("| `night` | `0.5` |");
  const { sha256 } = JSON.parse(readFileSync(join(at("npy"), "data-set.json"), "utf8"));
  expect(card).toContain(`Its hash is \`${sha256}\``);
  expect(spawnSync("sha256sum", [join(at("npy"), "SHA256SUMS")], { encoding: "utf8" }).stdout).toContain(
    sha256,
  );
  const { width, height } = await sharp(join(at("npy"), "sample.png")).metadata();
  expect([width, height]).toEqual([10 * 64 + 9 * 4, 2 * (2 * 64 + 4) + 16]);
});

describe("an interrupted writing", () => {
  const interrupted = async (name: string, chunks: number): Promise<string> => {
    const stop = new AbortController();
    const onProgress = () => --chunks === 0 && stop.abort();
    await expect(
      writeDataSet(at(name), splits, { about, chunkBytes: 4000, signal: stop.signal, onProgress }),
    ).rejects.toThrow("aborted");
    return at(name);
  };

  test("leaves no folder of the wanted name, and the same call makes only what is missing", async () => {
    const out = await interrupted("stopped", 4);
    expect(existsSync(out)).toBe(false);
    const { made } = await writeDataSet(out, splits, { about, chunkBytes: 4000 });
    expect(made).toBe(60 - 4 * 5);
    expect(folderContents(out)).toEqual(folderContents(at("npy")));
  });

  test("tells how far it is, and guesses the time left from what it has made itself", async () => {
    const out = await interrupted("told", 3);
    const heard: { written: number; samplesPerSecond: number; secondsLeft: number }[] = [];
    await writeDataSet(out, splits, { about, chunkBytes: 4000, onProgress: (p) => heard.push(p) });
    expect(heard.map(({ written }) => written).slice(0, 5)).toEqual([5, 10, 15, 20, 25]);
    expect(heard[2]).toMatchObject({ samplesPerSecond: 0, secondsLeft: Number.NaN });
    const { written, samplesPerSecond, secondsLeft } = heard[4]!;
    expect(secondsLeft).toBeAllClose((60 - written) / samplesPerSecond);
    expect(heard.at(-1)).toMatchObject({ written: 60, samples: 60, secondsLeft: 0 });
  });

  test("is not trusted blindly: a chunk whose bytes have changed since is made again", async () => {
    const out = await interrupted("tampered", 4);
    const array = join(`${out}.unfinished`, "data", "train", "x.npy");
    const bytes = readFileSync(array);
    bytes[128 + 6 * 768]! ^= 1;
    writeFileSync(array, bytes);
    const { made } = await writeDataSet(out, splits, { about, chunkBytes: 4000 });
    expect(made).toBe(60 - 3 * 5);
    expect(folderContents(out)).toEqual(folderContents(at("npy")));
  });

  test("is not finished by a call that would write something else", async () => {
    const out = await interrupted("other", 2);
    const others = { train: makeScenes(60, { imageSize: 16, seed: 1 }) };
    await expect(writeDataSet(out, others)).rejects.toThrow("holds the beginning of another data set");
  });

  test("after which only the old workshop is left is tidied up; a folder of somebody else stays", async () => {
    const { request } = JSON.parse(readFileSync(at("npy/data-set.json"), "utf8"));
    mkdirSync(`${at("npy")}.unfinished`);
    const journal = `${at("npy")}.unfinished/journal.json`;
    writeFileSync(journal, JSON.stringify({ request: "another", chunkBytes: 1, sums: {} }));
    expect((await writeDataSet(at("npy"), splits, { about })).made).toBe(0);
    expect(existsSync(journal)).toBe(true);
    writeFileSync(journal, JSON.stringify({ request, chunkBytes: 1, sums: {} }));
    expect((await writeDataSet(at("npy"), splits, { about })).made).toBe(0);
    expect(existsSync(`${at("npy")}.unfinished`)).toBe(false);
  });
});

describe("nothing is overwritten:", () => {
  test("a second call for the same data set makes nothing, for another one is refused", async () => {
    expect((await writeDataSet(at("npy"), splits, { about })).made).toBe(0);
    await expect(writeDataSet(at("npy"), splits, { about: { title: "Other" } })).rejects.toThrow(
      /holds another data set, "Streets"[\s\S]*To fix: {3}write to ".*npy-2"/,
    );
  });

  test("a folder with other things, and a file, are refused", async () => {
    mkdirSync(at("mine"));
    writeFileSync(at("mine/thesis.txt"), "years");
    await expect(writeDataSet(at("mine"), splits)).rejects.toThrow("holds other things (thesis.txt)");
    await expect(writeDataSet(at("mine/thesis.txt"), splits)).rejects.toThrow("is a file");
    mkdirSync(at("theirs.unfinished"));
    writeFileSync(at("theirs.unfinished/novel.txt"), "more years");
    await expect(writeDataSet(at("theirs"), splits)).rejects.toThrow("holds something else");
    expect(readFileSync(at("mine/thesis.txt"), "utf8")).toBe("years");
  });

  test("an empty folder is used", async () => {
    mkdirSync(at("empty"));
    await writeDataSet(at("empty"), splits, { about });
    expect(folderContents(at("empty"))).toEqual(folderContents(at("npy")));
  });

  test("while another writes it, the second is told to wait", async () => {
    mkdirSync(at("both.unfinished"));
    const release = await takeLock(at("both.unfinished/writing.lock"), { doing: "writing this data set" });
    await expect(writeDataSet(at("both"), splits, { about })).rejects.toThrow("another process");
    await release();
    await writeDataSet(at("both"), splits, { about });
    expect(await checkDataSet(at("both"))).toEqual([]);
  });
});

describe("what was damaged on disk", () => {
  test("is named by checkDataSet, and never taken for the data set that was asked for", async () => {
    await writeDataSet(at("damaged"), splits, { about });
    appendFileSync(at("damaged/test/labels.npy"), "x");
    rmSync(at("damaged/train/samples.parquet"));
    expect(await checkDataSet(at("damaged"))).toEqual([
      { path: "train/samples.parquet", problem: "missing" },
      { path: "test/labels.npy", problem: "changed" },
    ]);
    await expect(writeDataSet(at("damaged"), splits, { about })).rejects.toThrow(
      "but damaged: train/samples.parquet is missing",
    );
    appendFileSync(at("damaged/SHA256SUMS"), "\n");
    expect(await checkDataSet(at("damaged"))).toEqual([{ path: "SHA256SUMS", problem: "changed" }]);
  });

  test("is refused by openDataSet where it is cut short", async () => {
    await writeDataSet(at("short"), splits, { about });
    truncateSync(at("short/test/x.npy"), 5000);
    await expect(openDataSet(at("short"))).rejects.toThrow(
      /x.npy has 5000 bytes[\s\S]*Expected: 13952 bytes/,
    );
    await writeDataSet(at("cut"), splits, { about });
    truncateSync(at("cut/test/samples.parquet"), 500);
    await expect(openDataSet(at("cut"))).rejects.toThrow("samples.parquet cannot be read");
    await expect(openDataSet(at("nowhere"))).rejects.toThrow("nowhere holds no data-set.json (ENOENT)");
  });

  test("a picture that another program has written again is refused, not misread", async () => {
    await writeDataSet(at("edited"), splits, { format: "png" });
    const { train } = await openDataSet(at("edited"));
    const path = at(`edited/train/${train!.classes[train!.labels[0]!]}/000000.png`);
    writeFileSync(path, await sharp(path).png({ adaptiveFiltering: true, compressionLevel: 9 }).toBuffer());
    expect(() => train!.batch([0])).toThrow("000000.png is not as writeDataSet wrote it");
  });
});

test.each([
  ["no splits", {}, {}, "no splits"],
  ["a name that is no folder", { "../up": splits.test }, {}, 'a split named "../up"'],
  [
    "an empty split",
    { train: makeScenes(1), test: { ...splits.test, size: 0 } },
    {},
    "the split test is empty",
  ],
  [
    "splits of two sizes",
    { a: splits.test, b: makeScenes(3) },
    {},
    "a has the shape [16,16,3], b has [32,32,3]",
  ],
  ["sequences as pictures", { all: sequences }, { format: "png" }, "samples of shape [2, 1]"],
  ["a format that is none", { a: splits.test }, { format: "jpeg" }, 'format is "jpeg"'],
  ["a class that is no folder", { a: { ...splits.test, classes: ["a/b", "c"] } }, { format: "png" }, '"a/b"'],
  ["a misspelt option", { a: splits.test }, { fromat: "png" }, 'write "format"'],
])("%s: refused before anything is written", async (_, parts, options, message) => {
  await expect(writeDataSet(at("refused"), parts as never, options as never)).rejects.toThrow(message);
  expect(existsSync(at("refused")) || existsSync(at("refused.unfinished"))).toBe(false);
});
