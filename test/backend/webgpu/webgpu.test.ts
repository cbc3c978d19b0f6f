import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runProgram } from "../support/run-program.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { softwareVulkan } from "./support/software-vulkan.js";

/** What LeNet's training on a backend came to, in a process of its own. */
function trained(backend: string) {
  const program = fileURLToPath(new URL("support/train-le-net.ts", import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", program, backend], {
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "", PESSIMIST_BACKEND: "", ...softwareVulkan() },
  });
  expect([status, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout);
}

test("LeNet trains on WebGPU as on the CPU, to a hundred-thousandth, and the processor that plays a card is not called a GPU", () => {
  const [card, cpu] = [trained("webgpu"), trained("tensorflow")];
  expect(card.losses).toHaveLength(3);
  expect(card.losses).toBeAllClose(cpu.losses, { rtol: 1e-5 });
  expect(card.scores.loss).toBeCloseTo(cpu.scores.loss, 4);
  expect(card.scores.error).toBe(cpu.scores.error);
  expect(card.left).toBe(0);
  expect(card.report).toMatchObject({
    backend: "webgpu",
    device: expect.stringMatching(/^CPU: SwiftShader/),
    why: expect.stringContaining("found no card, but a driver that plays one on the processor"),
  });
  expect(card.report.summary).not.toContain("GPU:");
  expect(card.sync).toMatch(/^UsageError: dataSync(.|\n)*write await tensor\.data\(\)/);
}, 600_000);

test("without a Vulkan driver, webgpu says what is missing and what to type, and ends nothing", () => {
  const nowhere = temporaryFolder({ "none.json": "{}" });
  const env = {
    LD_LIBRARY_PATH: nowhere,
    VK_DRIVER_FILES: `${nowhere}/none.json`,
    VK_ICD_FILENAMES: `${nowhere}/none.json`,
  };
  const { code, stdout } = runProgram("try-backend.ts", { args: ["webgpu"], env });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^UsageError: WebGPU found no device(.|\n)*libvulkan(.|\n)*apt install(.|\n)*wasm/);
});
