import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { afterEach, expect, test, vi } from "vitest";
import { commandTable } from "../../lib/cli/command-table.js";
import { runCommandLine } from "../../lib/cli/run-command-line.js";

const printed = vi.spyOn(console, "log").mockImplementation(() => {});
const complained = vi.spyOn(console, "error").mockImplementation(() => {});
afterEach(() => vi.clearAllMocks());

const output = () => printed.mock.calls.join("\n");
const complaint = () => complained.mock.calls.join("\n");

test.each([[[]], [["--help"]], [["-h"]], [["help"]]])(
  "%j lists every command with its summary",
  async (args) => {
    expect(await runCommandLine(args)).toBe(0);
    for (const load of Object.values(commandTable)) {
      const { name, summary } = (await load()).command;
      expect(output()).toContain(summary);
      expect(output()).toContain(`\n  ${name} `);
    }
  },
);

test("every command stands in the table under its own name, and its help shows how to call it", async () => {
  for (const [name, load] of Object.entries(commandTable)) {
    expect((await load()).command.name).toBe(name);
    expect(await runCommandLine([name, "--help"])).toBe(0);
    expect(printed.mock.lastCall!.join("")).toContain(`deep-pessimist ${name}`);
  }
});

test("--version prints the version of package.json", async () => {
  expect(await runCommandLine(["--version"])).toBe(0);
  expect(output()).toBe(JSON.parse(readFileSync("package.json", "utf8")).version);
});

test("an unknown command exits with 2, names the nearest one and shows no stack", async () => {
  expect(await runCommandLine(["decompos"])).toBe(2);
  expect(complaint()).toContain("write deep-pessimist decompose");
  expect(complaint()).not.toContain("    at ");
});

test("an unknown option exits with 2 and names the nearest one", async () => {
  expect(await runCommandLine(["decompose", "--confidense", "0.9"])).toBe(2);
  expect(complaint()).toContain("write --confidence instead of --confidense");
});

test("with --json a mistake is a document on standard output", async () => {
  expect(await runCommandLine(["nonsense", "--json"])).toBe(2);
  expect(JSON.parse(output()).error).toMatchObject({ got: 'deep-pessimist has no command "nonsense".' });
});

const withoutTensorFlow = (program: string) =>
  spawnSync(
    "node",
    [
      "--import",
      "tsx",
      "--import",
      "./test/support/without-packages.mjs",
      "--input-type=module",
      "-e",
      program,
    ],
    { encoding: "utf8" },
  );

test("listing the commands loads no TensorFlow", () => {
  const run = withoutTensorFlow(
    'const { runCommandLine } = await import("./lib/cli/run-command-line.ts"); await runCommandLine(["--help"]);',
  );
  expect(run.stderr).toBe("");
  expect(run.stdout).toContain("decompose");
});

test("the guard of the test above does stop an import of TensorFlow", () => {
  expect(withoutTensorFlow('import "@tensorflow/tfjs";').stderr).toContain("must not be loaded");
  const required = 'import { createRequire } from "node:module"; createRequire("/x.js")("@tensorflow/tfjs");';
  expect(withoutTensorFlow(required).stderr).toContain("must not be loaded");
});
