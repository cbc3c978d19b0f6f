import { expect, test } from "vitest";
import { Probe } from "./support/probe.js";

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test.each([
  ["while nothing runs", ""],
  ["while a cell keeps its thread", "await new Promise((told) => setTimeout(told, 500));\nwhile (true) {}"],
])("a kernel ends whose server was killed %s", async (_, code) => {
  const kernel = await Probe.start();
  const pid = Number(await kernel.call("begin", `console.log(process.pid);\n${code}`));
  expect(isAlive(pid)).toBe(true);
  kernel.kill();
  await expect.poll(() => isAlive(pid), { timeout: 30_000 }).toBe(false);
});
