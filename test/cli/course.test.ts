import { afterEach, expect, test, vi } from "vitest";
import { command } from "../../lib/cli/commands/course.js";
import { plotPredictions, predict, score } from "../../lib/course/index.js";
import { emptyHome } from "../course/home.js";

emptyHome();

afterEach(() => vi.restoreAllMocks());

test("deep-pessimist course outside a clone says where to go", async () => {
  vi.spyOn(process, "cwd").mockReturnValue("/");
  await expect(command.run([])).rejects.toThrow(/no notebooks in[\s\S]*go to the folder of the clone/);
});

test("deep-pessimist course with an unknown option names the nearest", async () => {
  await expect(command.run(["--uot", "site"])).rejects.toThrow("--out");
});

test("deep-pessimist course reset forgets predictions, of one notebook or of all", async () => {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  await predict("00.1", { choice: "bug", sure: 0.5 });
  await score("00.1", "bug");
  expect(await command.run(["reset", "01"])).toBe(0);
  expect((await plotPredictions()).reading).toContain("1 of 1");
  expect(await command.run(["reset", "--json"])).toBe(0);
  expect((await plotPredictions()).reading).toContain("None of the");
  expect(JSON.parse(`${log.mock.calls.at(-1)![0]}`).done).toContain("is removed");
  await expect(command.run(["reset", "start"])).rejects.toThrow("the number of one notebook");
});
