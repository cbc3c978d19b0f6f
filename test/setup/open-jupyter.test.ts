import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import { firstFreePort } from "../../scripts/jupyter/free-port.mjs";

// It runs in a process of its own, as `npm start` does; set-up itself was done before the tests.
const program = `
  const { makeContext } = await import("./scripts/setup/context.mjs");
  const { openJupyter } = await import("./scripts/jupyter/open-jupyter.mjs");
  process.exitCode = await openJupyter(makeContext(), { port: Number(process.argv[1]), ip: "localhost", rest: ["--no-browser"] });
`;

test("JupyterLab opens behind a token, with our kernel as its own, and looks for no news", async () => {
  const port = await firstFreePort(19_000, "localhost");
  const server = spawn(process.execPath, ["--input-type=module", "-e", program, String(port)]);
  onTestFinished(() => void server.kill("SIGKILL"));
  let text = "";
  server.stdout.on("data", (chunk) => (text += chunk));
  await expect.poll(() => text, { timeout: 50_000, interval: 100 }).toContain("The course is open:");
  const address = new URL(/http:\S+/.exec(text)![0]);
  const get = (path: string, search = address.search): Promise<Response> =>
    fetch(new URL(path + search, address));

  expect((await get("/api/kernelspecs", "")).status).toBe(403);
  expect(await (await get("/api/kernelspecs")).json()).toMatchObject({
    default: "deep-pessimist",
    kernelspecs: { "deep-pessimist": { spec: { language: "typescript" } } },
  });
  expect(await (await get("/lab")).text()).toMatch(/"news": \{"disabled": true\}/);
  const listed = (await (await get("/api/contents")).json()) as { content: { name: string }[] };
  expect(listed.content.map(({ name }) => name)).toContain("00-start-here.ipynb");

  server.kill("SIGINT");
  expect((await once(server, "close"))[0]).toBe(0);
});
