import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A JupyterLab of the test's own: another port, no browser, none of the user's settings. */
export interface JupyterLab {
  readonly url: string;
  readonly token: string;
  stop(): Promise<void>;
}

/** Starts the JupyterLab of `.venv` on `folder` and waits until it answers. */
export async function startJupyterLab(folder: string): Promise<JupyterLab> {
  const port = await freePort();
  const token = "of-the-test";
  const home = mkdtempSync(join(tmpdir(), "lab-"));
  const server = spawn(
    join(process.cwd(), ".venv", "bin", "jupyter"),
    [
      ...["lab", "--no-browser", `--port=${port}`, "--port-retries=0", "--ip=127.0.0.1"],
      ...[`--ServerApp.root_dir=${folder}`, `--IdentityProvider.token=${token}`, "--allow-root"],
      "--LabApp.news_url=",
      "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ],
    { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, HOME: home, JUPYTER_NO_CONFIG: "1" } },
  );
  let log = "";
  server.stdout.on("data", (chunk) => (log += chunk));
  server.stderr.on("data", (chunk) => (log += chunk));
  const url = `http://127.0.0.1:${port}`;
  await answered(`${url}/api/status?token=${token}`, server, () => log);
  return { url, token, stop: () => stop(server, home) };
}

async function answered(url: string, server: ChildProcess, log: () => string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (server.exitCode !== null) throw new Error(`JupyterLab ended at once:\n${log()}`);
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`JupyterLab did not answer within a minute:\n${log()}`);
}

async function stop(server: ChildProcess, home: string): Promise<void> {
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM"); // Jupyter ends its kernels before itself
  await ended;
  rmSync(home, { recursive: true, force: true });
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
