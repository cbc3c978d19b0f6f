import { join } from "node:path";
import { expect, test } from "vitest";
import { type Answer, Probe } from "./support/probe.js";

/** The Node of this major version that the set-up of the tests has brought. */
function nodeOf(major: number): string {
  const folder = `node-${process.platform}-${process.arch}`;
  return join(process.cwd(), ".cache", "node", String(major), "node_modules", folder, "bin", "node");
}

test.runIf(process.platform === "linux").each([22, 24])(
  "on Node %i the kernel checks, runs, imports the library and stops a cell",
  async (major) => {
    const kernel = await Probe.start({ node: nodeOf(major) });
    try {
      const value = async (code: string) =>
        (await kernel.execute(code)).messages.at(-1)?.content.data?.["text/plain"];
      expect(await value("process.versions.node.split('.')[0]")).toBe(String(major));
      expect((await kernel.execute("const n: number = 'one';")).reply.ename).toBe("TypeScriptError");
      expect(await value('import { core } from "../lib"; core.randomSource(1)() < 1')).toBe("true");
      const stopped = await kernel.call<Answer>("stop", "await 0;\nwhile (true) {}", 0.5, "message");
      expect(stopped.reply.ename).toBe("Interrupted");
      expect(await value("await Promise.resolve('after')")).toBe("after");
    } finally {
      await kernel.stop();
    }
  },
);
