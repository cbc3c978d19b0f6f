import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { integerBelow, randomSource } from "../../../lib/core/index.js";
import { type NpyData, readNpy, readNpz, writeNpy, writeNpz } from "../../../lib/data/index.js";

/** Files that NumPy 2.4 has written; make.py beside them says how. */
const fixture = (name: string) => join("test/data/npy/fixtures", name);
const folder = mkdtempSync(join(tmpdir(), "npy-"));
afterAll(() => rmSync(folder, { recursive: true }));

const images = Array.from({ length: 12 }, (_, i) => i);

describe("readNpy(path)", () => {
  test.each<[string, unknown, number[], unknown[]]>([
    ["f4.npy", Float32Array, [2, 3], [0, 0.25, 0.5, 0.75, 1, 1.25]],
    ["f8-big-endian.npy", Float64Array, [2, 3], [0, 0.25, 0.5, 0.75, 1, 1.25]],
    ["f2.npy", Float32Array, [6], [0, 1, -2.5, 65504, 2 ** -24, Infinity]],
    ["i8.npy", Float64Array, [2, 3], [-3, -2, -1, 0, 1, 2]],
    ["u1-fortran.npy", Uint8Array, [2, 3, 4], Array.from({ length: 24 }, (_, i) => i)],
    ["bool.npy", Float32Array, [2, 3], [1, 0, 1, 0, 1, 0]],
    ["text.npy", Array, [3], ["cat", "dög", ""]],
    ["scalar.npy", Float64Array, [], [7.5]],
    ["empty.npy", Int16Array, [0, 4], []],
  ])("reads %s as NumPy wrote it", async (name, kind, shape, values) => {
    const array = await readNpy<NpyData>(fixture(name));
    expect(array.data).toBeInstanceOf(kind);
    expect(array.shape).toEqual(shape);
    expect([...array.data]).toEqual(values);
  });

  test.each([
    ["record.npy", "array of records"],
    ["object.npy", "elements of the type |O"],
    ["images.npz", "await readNpz(path)"],
    ["make.py", "is no .npy file"],
    ["nothing.npy", "there is no file"],
  ])("refuses %s: %s", async (name, message) => {
    await expect(readNpy(fixture(name))).rejects.toThrow(message);
  });

  test("refuses a file cut anywhere, and one with something after the end", async () => {
    const whole = readFileSync(fixture("f4.npy"));
    const path = join(folder, "cut.npy");
    for (const end of [0, 5, 8, 60, 127, 128, 151]) {
      writeFileSync(path, whole.subarray(0, end));
      await expect(readNpy(path)).rejects.toThrow(/cut short|is empty|no \.npy file/);
    }
    writeFileSync(path, Buffer.concat([whole, Buffer.alloc(4)]));
    await expect(readNpy(path)).rejects.toThrow("ends with its last number");
  });
});

describe("readNpz(path)", () => {
  test("reads what savez and savez_compressed wrote", async () => {
    const { x, y } = await readNpz(fixture("images.npz"));
    expect([x!.shape, [...x!.data]]).toEqual([[3, 2, 2], images]);
    expect(Array.from(y!.data)).toEqual([2, 0, 1]);
    const compressed = await readNpz(fixture("compressed.npz"));
    expect(Array.from(compressed.x!.data)).toEqual(images);
    expect(compressed.y!.data).toEqual(["b", "a", "b"]);
  });

  test("notices a cut or a changed byte anywhere in the numbers or the directory", async () => {
    const whole = readFileSync(fixture("compressed.npz"));
    const path = join(folder, "damaged.npz");
    for (const end of [1, 30, 200, whole.length - 30, whole.length - 1]) {
      writeFileSync(path, whole.subarray(0, end));
      await expect(readNpz(path)).rejects.toThrow(/cut short|no \.npz file/);
    }
    const changed = Buffer.from(whole);
    changed[60]! ^= 1; // inside the first array
    writeFileSync(path, changed);
    await expect(readNpz(path)).rejects.toThrow("is damaged");
  });
});

describe("writeNpz(path, arrays)", () => {
  test.each(Array.from({ length: 10 }, (_, i) => i))(
    "is undone by readNpz, whatever the arrays (draw %i)",
    async (draw) => {
      const random = randomSource(draw, "npz");
      const shape = Array.from({ length: 1 + integerBelow(3, random) }, () => integerBelow(5, random));
      const size = shape.reduce((product, side) => product * side, 1);
      const values = Array.from({ length: size }, () => integerBelow(256, random) - (draw % 2) * 0.5);
      const data = [Uint8Array.from(values), Int32Array.from(values), Float32Array.from(values)][draw % 3]!;
      const path = join(folder, `draw-${draw}.npz`);
      await writeNpz(path, { data: { data, shape }, ü: { data: Int32Array.of(draw) } });
      const read = await readNpz(path);
      expect(read.data).toEqual({ data, shape });
      expect(Array.from(read.ü!.data)).toEqual([draw]);
      await writeNpy(join(folder, "one.npy"), data, shape);
      expect(await readNpy(join(folder, "one.npy"))).toEqual({ data, shape });
    },
  );

  test("writes an archive that Python opens and finds whole", async () => {
    const path = join(folder, "python.npz");
    await writeNpz(path, {
      x: { data: Uint8Array.of(1, 2), shape: [2, 1] },
      y: { data: Int32Array.of(0, 1) },
    });
    const code = `
import sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
print(archive.testzip(), archive.namelist(), archive.read("x.npy")[-2:])`;
    const { stdout } = spawnSync(".venv/bin/python", ["-c", code, path], { encoding: "utf8" });
    expect(stdout.trim()).toBe("None ['x.npy', 'y.npy'] b'\\x01\\x02'");
  });

  test("refuses a name with a slash and a shape of another size, and writes nothing", async () => {
    const path = join(folder, "refused.npz");
    const data = Uint8Array.of(1);
    await expect(writeNpz(path, { "../x": { data } })).rejects.toThrow("names without slashes");
    await expect(writeNpz(path, { x: { data, shape: [2] } })).rejects.toThrow("1 numbers for the shape [2]");
    expect(existsSync(path)).toBe(false);
  });
});
