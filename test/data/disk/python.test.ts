import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { writeDataSet } from "../../../lib/data/disk/index.js";
import { streets } from "./support/small-sets.js";

const folder = mkdtempSync(join(tmpdir(), "python-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Reads arrays and pictures by the descriptions of their formats, with what Python has of its own. */
const reader = `
import ast, hashlib, json, os, struct, sys, zlib

def npy(path):
    data = open(path, "rb").read()
    length = struct.unpack("<H", data[8:10])[0]
    header = ast.literal_eval(data[10:10 + length].decode("latin1"))
    return header["shape"], header["descr"], data[10 + length:]

def png(path):
    data, at, pixels = open(path, "rb").read(), 8, b""
    while at < len(data):
        length, name = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 8:at + 8 + length]
        assert zlib.crc32(name + body) == struct.unpack(">I", data[at + 8 + length:at + 12 + length])[0]
        if name == b"IHDR": width, height, depth, colour = struct.unpack(">IIBB", body[:10])
        if name == b"IDAT": pixels += body
        at += 12 + length
    assert (depth, colour) == (8, 2)
    rows, row = zlib.decompress(pixels), 3 * width + 1
    return b"".join(rows[y * row + 1:(y + 1) * row] for y in range(height))

folder = sys.argv[1]
shape, kind, x = npy(folder + "/npy/train/x.npy")
labels = struct.unpack("<42i", npy(folder + "/npy/train/labels.npy")[2])
classes = json.load(open(folder + "/npy/data-set.json"))["classes"]
files = [f"{folder}/png/train/{classes[label]}/{row:06}.png" for row, label in enumerate(labels)]
assert all(os.path.exists(file) for file in files)
print(json.dumps([shape, kind, hashlib.sha256(x).hexdigest(),
                  hashlib.sha256(b"".join(map(png, files))).hexdigest(), labels]))
`;

test("Python reads the arrays and the pictures, and finds the same pixels and labels in both", async () => {
  const splits = streets();
  await writeDataSet(join(folder, "npy"), splits);
  await writeDataSet(join(folder, "png"), splits, { format: "png" });
  const run = spawnSync(".venv/bin/python", ["-c", reader, folder], { encoding: "utf8" });
  expect(run.stderr).toBe("");
  const { x } = splits.train.batch([...Array(42).keys()]);
  const hash = createHash("sha256").update(x).digest("hex");
  expect(JSON.parse(run.stdout)).toEqual([[42, 16, 16, 3], "|u1", hash, hash, [...splits.train.labels]]);
});
