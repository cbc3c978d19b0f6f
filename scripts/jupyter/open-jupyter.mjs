import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { environmentPython, environmentVariables } from "../setup/support/environment.mjs";

const firstNotebook = "00-start-here.ipynb";

/**
 * Runs JupyterLab on the course until it ends or is stopped.
 *
 * @param {import("../setup/context.mjs").Context} context
 * @param {{ port: number, ip: string, rest: readonly string[] }} options - `rest` is given to JupyterLab as it is
 * @param {{ say?: (line: string) => void }} [io]
 * @returns {Promise<number>} its exit code
 */
export async function openJupyter(context, { port, ip, rest }, { say = console.log } = {}) {
  const notebooks = join(context.root, "notebooks");
  const opened = existsSync(join(notebooks, firstNotebook)) ? `/lab/tree/${firstNotebook}` : "/lab";
  const home = join(context.root, ".cache", "jupyter");
  const runtime = join(home, "runtime", String(process.pid));
  rmSync(runtime, { recursive: true, force: true });
  mkdirSync(runtime, { recursive: true });
  // JupyterLab's own settings, layout and sign-in files stay in this folder, and a user's other ones stay apart.
  const python = environmentPython(context);
  const env = {
    ...environmentVariables(context),
    ...{ JUPYTER_CONFIG_DIR: join(home, "config"), JUPYTER_DATA_DIR: join(home, "data") },
    ...{ JUPYTER_RUNTIME_DIR: runtime, JUPYTER_PREFER_ENV_PATH: "1" },
    PATH: `${dirname(python)}${delimiter}${context.env.PATH ?? ""}`,
  };
  const child = spawn(
    python,
    [
      ...["-m", "jupyterlab", `--ServerApp.root_dir=${notebooks}`, `--LabApp.default_url=${opened}`],
      ...[`--ServerApp.port=${port}`, "--ServerApp.port_retries=0", `--ServerApp.ip=${ip}`],
      ...["--Application.log_level=WARN", ...asRoot(), ...rest],
    ],
    { cwd: context.root, env, stdio: ["ignore", "inherit", "inherit"] },
  );
  const ended = new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 0));
  });
  const stop = () => child.kill("SIGTERM");
  for (const name of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(name, stop);
  const address = await Promise.race([whenReady(runtime, opened), ended.then(() => undefined)]);
  if (address !== undefined) say(`\nThe course is open: ${address}\nCtrl-C here stops it.`);
  const code = Number(await ended);
  rmSync(runtime, { recursive: true, force: true });
  return code;
}

/** In a container everybody is root, and JupyterLab would refuse. */
function asRoot() {
  return process.getuid?.() === 0 ? ["--allow-root"] : [];
}

/**
 * Waits until the server listens: then it writes its address and token to a file, which nobody else may read.
 *
 * @param {string} runtime
 * @param {string} path - what to open
 * @returns {Promise<string>} the address with the token
 */
async function whenReady(runtime, path) {
  for (;;) {
    const server = readServer(runtime);
    if (server !== undefined) {
      const token = server.token === "" ? "" : `?token=${server.token}`;
      return `${server.url.replace(/\/$/, "")}${path}${token}`;
    }
    await sleep(100);
  }
}

/**
 * @param {string} runtime
 * @returns {{ url: string, token: string } | undefined}
 */
function readServer(runtime) {
  const file = readdirSync(runtime).find((name) => /^jpserver-\d+\.json$/.test(name));
  if (file === undefined) return undefined;
  try {
    return JSON.parse(readFileSync(join(runtime, file), "utf8"));
  } catch {
    return undefined; // Being written.
  }
}
