import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Context, makeContext } from "../../scripts/setup/context.mjs";
import { npmPackages } from "../../scripts/setup/npm-packages.mjs";
import { runSteps } from "../../scripts/setup/run-steps.mjs";
import { collectingReporter } from "../../scripts/setup/support/reporter.mjs";
import { temporaryFolder } from "./temporary-folder.js";

/** npm as a program of three lines: it makes two packages, or dies after the first. */
const npm = `
  const fs = require("node:fs");
  const [command] = process.argv.slice(2);
  if (command === "--version") { console.log(process.env.FAKE_NPM_VERSION ?? "10.8.2"); process.exit(); }
  fs.rmSync("node_modules", { recursive: true, force: true });
  fs.mkdirSync("node_modules/a", { recursive: true });
  fs.writeFileSync("node_modules/a/index.js", "a");
  if (process.env.FAKE_NPM_DIES) process.kill(process.pid, "SIGKILL");
  fs.mkdirSync("node_modules/b");
  fs.writeFileSync("node_modules/b/index.js", "b");
`;

function world(env: NodeJS.ProcessEnv = {}, root = clone()): Context {
  return makeContext({
    root,
    packageRoot: root,
    env: { ...process.env, npm_execpath: join(root, "npm-cli.js"), ...env },
  });
}

const clone = (): string =>
  temporaryFolder({
    "npm-cli.js": npm,
    "package-lock.json": "{}",
    ".npmrc": "",
    "scripts/tfjs-node-shim/index.cjs": "",
  });

async function state(context: Context): Promise<string | undefined> {
  const reporter = collectingReporter();
  await runSteps([npmPackages], context, reporter);
  return reporter.steps[0]?.state;
}

test("packages are installed once, and again when the lock file changes", async () => {
  const context = world();
  expect([await state(context), await state(context)]).toEqual(["made", "ready"]);
  writeFileSync(join(context.root, "package-lock.json"), '{ "changed": true }');
  expect(await state(context)).toBe("made");
});

test("an install that was killed is repaired by the next", async () => {
  const root = clone();
  await expect(state(world({ FAKE_NPM_DIES: "1" }, root))).rejects.toThrow("npm packages failed (SIGKILL)");
  expect([await state(world({}, root)), await state(world({}, root))]).toEqual(["made", "ready"]);
});

test.each(["node_modules", "node_modules/b", "node_modules/b/index.js"])(
  "%s, removed, is installed again",
  async (path) => {
    const context = world();
    await state(context);
    rmSync(join(context.root, path), { recursive: true });
    expect([await state(context), await state(context)]).toEqual(["made", "ready"]);
  },
);

test("tools may keep their caches in node_modules", async () => {
  const context = world();
  await state(context);
  mkdirSync(join(context.root, "node_modules/.vite"));
  writeFileSync(join(context.root, "node_modules/.vite/cache"), "");
  expect(await state(context)).toBe("ready");
});

test("an npm that is too old is named, with the line that replaces it", async () => {
  await expect(state(world({ FAKE_NPM_VERSION: "6.14.18" }))).rejects.toThrow(
    "npm is 6.14.18.\n  Expected: npm 7 or newer.\n  To fix:   npm install --global npm@10",
  );
});
