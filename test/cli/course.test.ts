import { afterEach, expect, test, vi } from "vitest";
import { command } from "../../lib/cli/commands/course.js";

afterEach(() => vi.restoreAllMocks());

test("deep-pessimist course outside a clone says where to go", async () => {
  vi.spyOn(process, "cwd").mockReturnValue("/");
  await expect(command.run([])).rejects.toThrow(/no notebooks in[\s\S]*go to the folder of the clone/);
});

test("deep-pessimist course with an unknown option names the nearest", async () => {
  await expect(command.run(["--uot", "site"])).rejects.toThrow("--out");
});
