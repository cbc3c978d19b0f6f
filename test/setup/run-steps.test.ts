import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Context, makeContext } from "../../scripts/setup/context.mjs";
import { runSteps } from "../../scripts/setup/run-steps.mjs";
import type { Step } from "../../scripts/setup/step.mjs";
import { collectingReporter } from "../../scripts/setup/support/reporter.mjs";
import { temporaryFolder } from "./temporary-folder.js";

/** A step that copies `<name>.in` to `out/<name>`. */
function copyStep(name: string, overrides: Partial<Step> = {}): Step {
  return {
    name,
    megabytes: () => 10,
    inputs: ({ root }) => readFileSync(join(root, `${name}.in`), "utf8"),
    outputs: () => [`out/${name}`],
    async make({ root }) {
      mkdirSync(join(root, "out"), { recursive: true });
      writeFileSync(join(root, "out", name), readFileSync(join(root, `${name}.in`)));
    },
    ...overrides,
  };
}

function world(overrides: Partial<Context> = {}): Context {
  const root = temporaryFolder({ "first.in": "1", "second.in": "22" });
  return makeContext({ root, packageRoot: root, ...overrides });
}

async function states(steps: Step[], context: Context): Promise<Record<string, string>> {
  const reporter = collectingReporter();
  await runSteps(steps, context, reporter);
  return Object.fromEntries(reporter.steps.map(({ name, state }) => [name, state]));
}

test("every step is made once and then left alone", async () => {
  const context = world();
  const steps = [copyStep("first"), copyStep("second")];
  expect(await states(steps, context)).toEqual({ first: "made", second: "made" });
  expect(await states(steps, context)).toEqual({ first: "ready", second: "ready" });
});

test("a step whose result was damaged, or whose input changed, is made again, and no other", async () => {
  const context = world();
  const steps = [copyStep("first"), copyStep("second")];
  await states(steps, context);
  rmSync(join(context.root, "out/second"));
  expect(await states(steps, context)).toEqual({ first: "ready", second: "made" });
  writeFileSync(join(context.root, "first.in"), "other");
  expect(await states(steps, context)).toEqual({ first: "made", second: "ready" });
});

test("a step that looks whole, and is not, is made again", async () => {
  const context = world();
  let broken: string | undefined;
  const steps = [copyStep("first", { broken: async () => broken })];
  await states(steps, context);
  broken = "does not run";
  expect(await states(steps, context)).toEqual({ first: "made" });
});

test("a set-up that stopped half-way goes on from there", async () => {
  const context = world();
  const stops = copyStep("second", {
    async make({ root }) {
      writeFileSync(join(root, "out/second"), "2");
      throw new Error("killed");
    },
  });
  await expect(states([copyStep("first"), stops], context)).rejects.toThrow("killed");
  expect(await states([copyStep("first"), copyStep("second")], context)).toEqual({
    first: "ready",
    second: "made",
  });
  expect(readFileSync(join(context.root, "out/second"), "utf8")).toBe("22");
});

test("two set-ups at once make each step once", async () => {
  const context = world();
  let made = 0;
  const slow = copyStep("first", {
    async make({ root }) {
      made++;
      await new Promise((resolve) => setTimeout(resolve, 30));
      mkdirSync(join(root, "out"), { recursive: true });
      writeFileSync(join(root, "out/first"), "1");
    },
  });
  const both = await Promise.all([states([slow], context), states([slow], context)]);
  expect(both.map(({ first }) => first).sort()).toEqual(["made", "ready"]);
  expect(made).toBe(1);
});

test("a step that does not apply here says why and is passed over", async () => {
  expect(await states([copyStep("first", { notHere: () => "no such system" })], world())).toEqual({
    first: "skipped",
  });
});

test("too little room is told before anything is written, with what is needed", async () => {
  const context = world({ freeBytes: () => 12e6 });
  await expect(states([copyStep("first"), copyStep("second")], context)).rejects.toThrow(
    "12 MB free.\n  Expected: 20 MB for first, second.\n  To fix:   free 8 MB or more",
  );
  await expect(states([copyStep("first")], context)).resolves.toEqual({ first: "made" });
});

test("a disk that becomes full is told as such", async () => {
  const full = copyStep("first", {
    async make() {
      throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
    },
  });
  await expect(states([full], world())).rejects.toThrow("The disk became full during first.");
});

test("a step that ends without its files is an error", async () => {
  await expect(states([copyStep("first", { make: async () => {} })], world())).rejects.toThrow(
    "without a result",
  );
});
