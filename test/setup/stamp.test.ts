import { rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listFiles, whyNotDone, writeStamp } from "../../scripts/setup/support/stamp.mjs";
import { temporaryFolder } from "./temporary-folder.js";

function finished(): { root: string; stamp: string } {
  const root = temporaryFolder({
    "made/a.txt": "four",
    "made/deep/b.txt": "b",
    "made/__pycache__/b.pyc": "x",
  });
  const stamp = join(root, "stamp.json");
  writeStamp(stamp, { key: "inputs", files: listFiles(root, ["made", "not-there"]) });
  return { root, stamp };
}

test("finished work with all its files in place is not done again", () => {
  const { root, stamp } = finished();
  expect(whyNotDone(stamp, "inputs", root)).toBeUndefined();
});

test("work whose inputs changed is done again", () => {
  const { root, stamp } = finished();
  expect(whyNotDone(stamp, "other inputs", root)).toBe("made from something older");
});

test("a file that was removed is named", () => {
  const { root, stamp } = finished();
  rmSync(join(root, "made/deep"), { recursive: true });
  expect(whyNotDone(stamp, "inputs", root)).toBe("made/deep/b.txt is missing");
});

test("a file that was cut short is named", () => {
  const { root, stamp } = finished();
  truncateSync(join(root, "made/a.txt"), 2);
  expect(whyNotDone(stamp, "inputs", root)).toBe("made/a.txt has another size");
});

test("Python's caches come and go as they like", () => {
  const { root, stamp } = finished();
  rmSync(join(root, "made/__pycache__"), { recursive: true });
  expect(whyNotDone(stamp, "inputs", root)).toBeUndefined();
});

test.each(["", "{", "null", '{"key": 3}', '{"key": "inputs"}'])(
  "a corrupt stamp (%j) counts as none",
  (text) => {
    const { root, stamp } = finished();
    writeFileSync(stamp, text);
    expect(whyNotDone(stamp, "inputs", root)).toBe("not finished");
  },
);
