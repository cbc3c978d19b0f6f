import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

test("examples/scenes.ts goes from data to picture, and decompose reads the logs it leaves", () => {
  const folder = mkdtempSync(join(tmpdir(), "scenes-"));
  const run = (...args: string[]) =>
    spawnSync(process.execPath, args, {
      encoding: "utf8",
      timeout: 100_000,
      env: { ...process.env, SAMPLES: "400", EPOCHS: "1" },
    });
  try {
    const script = run("node_modules/tsx/dist/cli.mjs", "examples/scenes.ts", folder);
    expect(script.stdout).toMatch(
      /clean: nothing wrong was found[\s\S]*epoch 1[\s\S]*error-decomposition\.svg: /,
    );
    const logs = readdirSync(folder).filter((name) => name.endsWith(".parquet"));
    expect(logs.sort()).toEqual(["test.parquet", "testVal.parquet", "train.parquet", "trainVal.parquet"]);
    const paths = logs.map((name) => join(folder, name));
    const decomposed = run("dist/cli/main.js", "decompose", ...paths, "--no-figure", "--json");
    expect(JSON.parse(decomposed.stdout).terms).toHaveLength(5);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
