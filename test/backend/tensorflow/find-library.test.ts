import { join } from "node:path";
import { expect, test } from "vitest";
import { findLibrary } from "../../../lib/backend/tensorflow/find-library.js";
import { temporaryFolder } from "../support/temporary-folder.js";

/** A new folder that holds these empty files. */
const folderWith = (...files: string[]): string =>
  temporaryFolder(Object.fromEntries(files.map((file) => [file, ""])));

const wheel = ".venv/lib/python3.12/site-packages/tensorflow";

test.each(["libtensorflow_cc.so.2", "libtensorflow_cc.2.dylib", "libtensorflow.so.2"])(
  "%s is found in the Python environment of a root",
  (name) => {
    const root = folderWith(join(wheel, name), join(wheel, "libtensorflow_framework.so.2"));
    expect(findLibrary({ folder: "", roots: [root] })).toBe(join(root, wheel, name));
  },
);

test("roots are searched in order, and those without the library are passed by", () => {
  const [without, first, second] = [
    folderWith(".venv/lib/python3.11/site-packages/numpy/x"),
    folderWith(join(wheel, "libtensorflow_cc.so.2")),
    folderWith(join(wheel, "libtensorflow_cc.so.2")),
  ];
  expect(findLibrary({ folder: "", roots: [without, first, second] })).toBe(
    join(first, wheel, "libtensorflow_cc.so.2"),
  );
});

test("by default this package's own environment is searched", () => {
  expect(findLibrary({ folder: "" })).toMatch(
    /\.venv\/lib\/python3\.\d+\/site-packages\/tensorflow\/libtensorflow_cc\./,
  );
});

test("a folder that is named is the only one searched", () => {
  const folder = folderWith("libtensorflow_cc.so.2");
  const root = folderWith(join(wheel, "libtensorflow_cc.so.2"));
  expect(findLibrary({ folder, roots: [root] })).toBe(join(folder, "libtensorflow_cc.so.2"));
  expect(() => findLibrary({ folder: "/no/such/folder", roots: [root] })).toThrow("which does not exist");
  expect(() => findLibrary({ folder: folderWith(), roots: [root] })).toThrow(
    "which holds no libtensorflow_cc",
  );
});

test("nothing found says where was looked and what to type", () => {
  const root = folderWith();
  expect(() => findLibrary({ folder: "", roots: [root] })).toThrow(
    new RegExp(`not found in ${root}/.venv(.|\n)*npx deep-pessimist setup`),
  );
});
