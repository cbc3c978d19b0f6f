import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Context, makeContext } from "../../scripts/setup/context.mjs";
import { pythonEnvironment } from "../../scripts/setup/python-environment.mjs";
import { pythonPackages } from "../../scripts/setup/python-packages.mjs";
import { runSteps } from "../../scripts/setup/run-steps.mjs";
import { collectingReporter } from "../../scripts/setup/support/reporter.mjs";
import { tensorflow } from "../../scripts/setup/tensorflow.mjs";
import { fakePython } from "./fake-python.js";
import { fakePrograms, temporaryFolder } from "./temporary-folder.js";

function world({ isClone }: { isClone: boolean }): { context: Context; site: string } {
  const root = temporaryFolder({
    "requirements.txt": "jupyterlab",
    "requirements-tensorflow.txt": "tensorflow",
    "requirements-cuda.txt": "tensorflow",
  });
  const env = { PATH: `${fakePython()}:/usr/bin:/bin` };
  const context = makeContext({ root, packageRoot: root, isClone, env, platform: "linux", arch: "x64" });
  return { context, site: join(context.venv, "lib/python3.11/site-packages") };
}

async function states(context: Context): Promise<(string | undefined)[]> {
  const reporter = collectingReporter();
  await runSteps([pythonEnvironment, pythonPackages, tensorflow], context, reporter);
  return reporter.steps.map(({ state }) => state);
}

test("the environment and its packages are made once", async () => {
  const { context } = world({ isClone: true });
  expect(await states(context)).toEqual(["made", "made", "made"]);
  expect(await states(context)).toEqual(["ready", "ready", "ready"]);
});

test("an environment without pip, or without its Python, is made anew with all that was in it", async () => {
  const { context, site } = world({ isClone: true });
  await states(context);
  for (const part of [
    join(site, "pip"),
    join(context.venv, "bin/python"),
    join(context.venv, "pyvenv.cfg"),
  ]) {
    rmSync(part, { recursive: true });
    expect(await states(context)).toEqual(["made", "made", "made"]);
  }
});

test("a wrong name of a Python does not cost the environment", async () => {
  const { context, site } = world({ isClone: true });
  await states(context);
  await expect(states({ ...context, python: "/no/such/python" })).rejects.toThrow("which does not run");
  expect(existsSync(join(site, "pip"))).toBe(true);
});

test("a damaged package is repaired without touching TensorFlow, and the other way round", async () => {
  const { context, site } = world({ isClone: true });
  await states(context);
  rmSync(join(site, "jupyterlab/lab.py"));
  expect(await states(context)).toEqual(["ready", "made", "ready"]);
  rmSync(join(site, "tensorflow"), { recursive: true });
  expect(await states(context)).toEqual(["ready", "ready", "made"]);
});

test("what an interrupted install left is gone before the next one", async () => {
  const { context, site } = world({ isClone: true });
  await states(context);
  const half = join(site, "half_installed-1.0.dist-info");
  mkdirSync(half);
  rmSync(join(site, "jupyterlab"), { recursive: true });
  await states(context);
  expect([existsSync(half), existsSync(join(site, "pip"))]).toEqual([false, true]);
});

test("in somebody's project a working environment is used, and what is in it stays", async () => {
  const { context, site } = world({ isClone: false });
  await runSteps([pythonEnvironment], context, collectingReporter());
  mkdirSync(join(site, "theirs"));
  expect(await states(context)).toEqual(["ready", "made", "made"]);
  expect(existsSync(join(site, "theirs"))).toBe(true);
});

test("in somebody's project an environment that does not run is left alone and named", async () => {
  const { context } = world({ isClone: false });
  mkdirSync(join(context.venv, "bin"), { recursive: true });
  writeFileSync(join(context.venv, "theirs.txt"), "");
  await expect(states(context)).rejects.toThrow(/\.venv exists, and its Python does not run\.[\s\S]*rm -r/);
  expect(existsSync(join(context.venv, "theirs.txt"))).toBe(true);
});

test.each([
  ["darwin", "x64"],
  ["win32", "arm64"],
  ["linux", "ppc64"],
] as const)("on %s-%s, for which TensorFlow is not built, WebAssembly serves", (platform, arch) => {
  expect(tensorflow.notHere?.(makeContext({ platform, arch }))).toContain("WebAssembly");
});

test("where nvidia-smi lists a card, the lock with CUDA is installed", async () => {
  const lockOf = (script: string): string | Promise<string> => {
    const root = temporaryFolder({ "requirements-tensorflow.txt": "CPU", "requirements-cuda.txt": "CUDA" });
    const env = { PATH: `${fakePrograms({ "nvidia-smi": script })}` };
    return tensorflow.inputs(makeContext({ root, packageRoot: root, env, platform: "linux", arch: "x64" }));
  };
  expect(await lockOf('echo "GPU 0: NVIDIA H100"')).toMatch(/CUDA$/);
  expect(await lockOf('echo "No devices were found"')).toMatch(/CPU$/);
  expect(await lockOf("exit 9")).toMatch(/CPU$/);
});
