import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const program = fileURLToPath(new URL("support/long-training.ts", import.meta.url));
const megabyte = 2 ** 20;

// 420 updates lie between the first measurement and the last: 20 kB that each of them kept would be seen.
test.each([
  ["tensorflow", true],
  ["tensorflow", false],
  ["wasm", false],
])(
  "on %s (compiled: %s) the resident memory stays as it is over 200 epochs",
  (backend, compiled) => {
    const args = ["--expose-gc", "--import", "tsx", program, backend, String(compiled)];
    const env = { ...process.env, NODE_OPTIONS: "", PESSIMIST_BACKEND: "" };
    const resident: number[] = JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8", env }));
    expect(resident).toHaveLength(8);
    const [first] = resident;
    for (const later of resident) expect(later / first!).toBeLessThan(1.05);
    expect((resident.at(-1)! - first!) / megabyte).toBeLessThan(8);
  },
  300_000,
);
