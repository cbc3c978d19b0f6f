import { basename, delimiter, dirname, join } from "node:path";
import { expect, test } from "vitest";
import { makeContext } from "../../scripts/setup/context.mjs";
import { findPython } from "../../scripts/setup/support/find-python.mjs";
import { howToInstallPython, howToInstallVenv } from "../../scripts/setup/support/install-hints.mjs";
import { fakePrograms } from "./temporary-folder.js";

const answer = (version: string, { venv = true, bits = 64 } = {}): string =>
  `echo '{"executable": "'$0'", "version": [${version.replaceAll(".", ", ")}], "bits": ${bits}, "venv": ${venv}}'`;

/** The name of what is found on a PATH with these programs alone. */
function findOn(scripts: Record<string, string>, python?: string): string {
  const env = { PATH: fakePrograms(scripts) };
  return basename(findPython(makeContext({ env, platform: "linux", python })));
}

test("the first Python that fits is taken", () => {
  expect(findOn({ python3: answer("3.11.7"), "python3.13": answer("3.13.1") })).toBe("python3");
});

test("one that is too old, too new, of 32 bits or broken is passed over", () => {
  const scripts = {
    python3: answer("3.9.2"),
    "python3.13": "exit 127",
    "python3.12": answer("3.12.1", { bits: 32 }),
    "python3.11": "echo no JSON",
    "python3.10": answer("3.10.13"),
    python: answer("2.7.18"),
  };
  expect(findOn(scripts)).toBe("python3.10");
});

test("no Python at all is told with the line that installs one", () => {
  expect(() => findOn({})).toThrow(
    /No Python that fits was found\.\n {2}Expected: Python 3\.10 to 3\.13.*\n {2}To fix: +\S/,
  );
});

test("a Python that is too old is named with its version", () => {
  expect(() => findOn({ python3: answer("3.9.2"), python: answer("3.14.0") })).toThrow(
    "No Python that fits was found, only python3 (Python 3.9.2), python (Python 3.14.0).",
  );
});

test("a Python without venv is told apart, with the package that completes it", () => {
  expect(() => findOn({ python3: answer("3.11.2", { venv: false }) })).toThrow(
    /python3 \(Python 3\.11\.2\) cannot make environments/,
  );
  expect(howToInstallVenv("linux", 11, "ID=debian")).toBe("sudo apt install python3.11-venv");
});

test("another Python with venv is preferred to one without", () => {
  const scripts = { python3: answer("3.11.2", { venv: false }), "python3.12": answer("3.12.3") };
  expect(findOn(scripts)).toBe("python3.12");
});

test("a Python that was asked for is taken, or refused by its name", () => {
  const folder = fakePrograms({ mine: answer("3.12.0"), old: answer("3.8.0") });
  expect(findOn({ python3: answer("3.11.7") }, `${folder}/mine`)).toBe("mine");
  expect(() => findOn({ python3: answer("3.11.7") }, `${folder}/old`)).toThrow(
    `names ${folder}/old, which is`,
  );
  expect(() => findOn({ python3: answer("3.11.7") }, `${folder}/none`)).toThrow(
    `${folder}/none, which does not run`,
  );
});

test("the environment that is to be replaced is not taken for a Python to make it with", () => {
  const folder = fakePrograms({ python3: answer("3.11.7") });
  const root = dirname(folder);
  const context = makeContext({ root, env: { PATH: folder }, platform: "linux" });
  expect(() => findPython({ ...context, venv: folder })).toThrow("No Python that fits");
  expect(findPython(context)).toBe(join(folder, "python3"));
});

test("PESSIMIST_PYTHON is how one asks", () => {
  expect(makeContext({ env: { PESSIMIST_PYTHON: "/opt/python", PATH: delimiter } }).python).toBe(
    "/opt/python",
  );
  expect(makeContext({ env: { PESSIMIST_PYTHON: "" } }).python).toBeUndefined();
});

test.each([
  ["linux", "ID=ubuntu\nID_LIKE=debian", "sudo apt install python3 python3-venv"],
  ["linux", "ID=fedora", "sudo dnf install python3.12"],
  ["linux", "ID=arch", "sudo pacman -S python"],
  ["darwin", "", "brew install python@3.12"],
  ["win32", "", "winget install --id Python.Python.3.12"],
] as const)("on %s (%s) Python is installed by its own package manager", (platform, distribution, line) => {
  expect(howToInstallPython(platform, distribution)).toBe(line);
});
