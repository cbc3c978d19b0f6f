import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import { forgetRemembered } from "../../lib/course/progress/in-store.js";

/** Gives each test of a file an empty folder for the learner's progress, and takes it away. */
export function emptyHome(): { path: string } {
  const home = { path: "" };
  const before = process.env.PESSIMIST_HOME;
  beforeEach(() => {
    home.path = mkdtempSync(join(tmpdir(), "progress-"));
    process.env.PESSIMIST_HOME = home.path;
  });
  afterEach(() => {
    forgetRemembered();
    rmSync(home.path, { recursive: true });
    if (before === undefined) delete process.env.PESSIMIST_HOME;
    else process.env.PESSIMIST_HOME = before;
  });
  return home;
}
