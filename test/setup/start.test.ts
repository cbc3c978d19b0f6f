import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { choosePort } from "../../scripts/jupyter/free-port.mjs";
import { readStartOptions } from "../../scripts/jupyter/start-options.mjs";

test("npm start passes on what it does not know", () => {
  expect(readStartOptions(["--no-browser", "--port", "9000", "--ServerApp.token=x"])).toEqual({
    ...{ help: false, setUpOnly: false, port: 9000, ip: "localhost" },
    rest: ["--no-browser", "--ServerApp.token=x"],
  });
  expect(readStartOptions(["--port=9001", "--ip=0.0.0.0"])).toMatchObject({
    port: 9001,
    ip: "0.0.0.0",
    rest: [],
  });
  expect(readStartOptions(["--set-up-only"])).toMatchObject({ setUpOnly: true });
});

test.each(["80000", "0", "http", ""])("--port %j is refused with the line to type", (port) => {
  expect(() => readStartOptions(["--port", port])).toThrow("To fix:   npm start -- --port 8889");
});

test("--port without a number is refused", () => {
  expect(() => readStartOptions(["--port"])).toThrow("--port came without a number.");
});

test("a port that is asked for and in use is refused with the next free one", async () => {
  const server = createServer().listen(0, "localhost");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const { message } = (await choosePort(port, "localhost").catch((error: unknown) => error)) as Error;
  expect(message).toContain(`Port ${port} is in use.`);
  const next = Number(/npm start -- --port (\d+)/.exec(message)?.[1]);
  expect(next).toBeGreaterThan(port);
  expect(await choosePort(next, "localhost")).toBe(next);
});
