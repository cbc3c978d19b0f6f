import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { expect, test } from "vitest";
import { freePort } from "../../../lib/cli/search/free-port.js";

test("port 0 is any that is free, and free it stays", async () => {
  const port = await freePort("127.0.0.1", 0);
  expect(port).toBeGreaterThan(0);
  expect(await freePort("127.0.0.1", port)).toBe(port);
});

test("a port that another program has is refused with a way out", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  await expect(freePort("127.0.0.1", port)).rejects.toThrow(
    /EADDRINUSE.*\n.*\n {2}To fix: {3}add --port 0, which finds a free one/,
  );
  other.close();
});

test.each([
  ["192.0.2.1", "write --host 0.0.0.0 for whoever reaches it"], // kept for documents: no machine has it
  ["::1", "optuna-dashboard knows no other"],
  ["", "optuna-dashboard knows no other"],
])("the host %j is refused before Python can", async (host, words) => {
  await expect(freePort(host, 0)).rejects.toThrow(words);
});
