import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (file: string): string => readFileSync(file, "utf8");
/** Name and version of each line `name==version`. */
const pins = (text: string): string[] => [...text.matchAll(/^([\w.-]+)==([\w.]+)/gm)].map(([pin]) => pin);

const locks = [
  "requirements.txt",
  "requirements-tensorflow.txt",
  "requirements-cuda.txt",
  "test/search/requirements.txt",
  "test/kernel/requirements.txt",
];

test.each(locks)("%s pins every package to one version and to the bytes of its files", (file) => {
  const packages = read(file)
    .replaceAll("\\\n", " ")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  expect(packages.filter((line) => !/^[\w.-]+==\S+ .*--hash=sha256:[0-9a-f]{64}/.test(line))).toEqual([]);
  expect(packages.length).toBeGreaterThan(1);
});

test.each(["", "test/search/", "test/kernel/"])(
  "%srequirements.txt locks what requirements.in asks for",
  (folder) => {
    const asked = pins(read(`${folder}requirements.in`));
    expect(pins(read(`${folder}requirements.txt`))).toEqual(expect.arrayContaining(asked));
  },
);

test("both locks of TensorFlow name one version", () => {
  const versions = ["requirements-tensorflow.txt", "requirements-cuda.txt"].flatMap((file) =>
    [...read(file).matchAll(/^tensorflow(?:-cpu)?==(\S+)/gm)].map((match) => match[1]),
  );
  expect([...new Set(versions)]).toHaveLength(1);
});

interface Locked {
  packages: Record<
    string,
    { version?: string; resolved?: string; optionalDependencies?: Record<string, string> }
  >;
}
const { packages } = JSON.parse(read("package-lock.json")) as Locked;

test("package-lock.json holds the binaries of every platform, not only of the one it was made on", () => {
  const missing = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies).filter(
      (name) => !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`)),
    ),
  );
  expect(missing).toEqual([]);
});

test("package-lock.json names no registry, so that any mirror serves", () => {
  const addresses = Object.values(packages).map(({ resolved }) => resolved ?? "");
  expect(addresses.filter((address) => address.includes("://"))).toEqual([]);
});

test("danfojs-node gets the one copy of TensorFlow.js, and a living xlsx", () => {
  expect(packages["node_modules/@tensorflow/tfjs-node"]?.resolved).toBe("scripts/tfjs-node-shim");
  expect(packages["node_modules/xlsx"]).toMatchObject({ name: "@e965/xlsx" });
});

test("no package runs a program while it is installed", () => {
  expect(read(".npmrc")).toMatch(/^ignore-scripts=true$/m);
});
