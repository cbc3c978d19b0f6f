import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { writeNpy } from "../../../lib/data/index.js";
import { npyHeader } from "../../../lib/data/npy/npy-header.js";

const folder = mkdtempSync(join(tmpdir(), "npy-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Reads a .npy file by the description of the format, in Python alone. */
const reader = `
import ast, json, struct, sys
data = open(sys.argv[1], "rb").read()
assert data[:8] == b"\\x93NUMPY\\x01\\x00"
length = struct.unpack("<H", data[8:10])[0]
assert (10 + length) % 64 == 0 and data[9 + length:10 + length] == b"\\n"
header = ast.literal_eval(data[10:10 + length].decode("latin1"))
assert header["fortran_order"] is False
count = 1
for side in header["shape"]: count *= side
letter = {"|u1": "B", "<i4": "i", "<f4": "f"}[header["descr"]]
print(json.dumps([header["shape"], struct.unpack("<%d%s" % (count, letter), data[10 + length:])]))
`;

describe("writeNpy(path, array, shape)", () => {
  test.each([
    ["bytes", Uint8Array.of(0, 1, 254, 255), [2, 2]],
    ["whole numbers", Int32Array.of(-1, 2_000_000_000, 0), undefined],
    ["numbers", Float32Array.of(0.5, -1.25, 3e38, 0, 1, 2), [1, 3, 2]],
    ["nothing", new Uint8Array(), [0, 32, 32, 3]],
  ])("writes %s that Python reads by the format's description", async (name, array, shape) => {
    const path = join(folder, `${name}.npy`);
    await writeNpy(path, array, shape);
    const { stdout, stderr } = spawnSync(".venv/bin/python", ["-c", reader, path], { encoding: "utf8" });
    expect(stderr).toBe("");
    const [gotShape, numbers] = JSON.parse(stdout);
    expect(gotShape).toEqual(shape ?? [array.length]);
    expect(numbers).toBeAllClose(Array.from(array), { rtol: 1e-7 });
  });

  test("is byte for byte what numpy.save of NumPy 2.4 writes", async () => {
    const path = join(folder, "same.npy");
    await writeNpy(path, Uint8Array.of(1, 2, 3, 4, 5, 6), [2, 3]);
    const saved = `\x93NUMPY\x01\x00v\x00{'descr': '|u1', 'fortran_order': False, 'shape': (2, 3), }`;
    expect(readFileSync(path, "latin1")).toBe(`${saved.padEnd(127)}\n\x01\x02\x03\x04\x05\x06`);
  });

  test("a shape that has another number of numbers is refused, and nothing is written", async () => {
    const before = readdirSync(folder);
    await expect(writeNpy(join(folder, "wrong.npy"), new Uint8Array(5), [2, 3])).rejects.toThrow(
      "5 numbers for the shape [2, 3]",
    );
    expect(readdirSync(folder)).toEqual(before);
  });
});

test("npyHeader of one axis has Python's comma", () => {
  expect(Buffer.from(npyHeader("<i4", [7])).toString("latin1")).toContain("'shape': (7,), }");
});
