import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { environmentPython, environmentVariables } from "../setup/support/environment.mjs";
import { spawnSupervised } from "../setup/support/spawn-supervised.mjs";

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
    ...withPath(context.env, dirname(python)),
  };
  // JupyterLab's chatter goes to a file: the terminal shows the address, and what went wrong.
  const log = join(home, "jupyterlab.log");
  const output = openSync(log, "w");
  const child = spawnSupervised(
    python,
    [
      ...["-m", "jupyterlab", `--ServerApp.root_dir=${notebooks}`, `--LabApp.default_url=${opened}`],
      ...[`--ServerApp.port=${port}`, "--ServerApp.port_retries=0", `--ServerApp.ip=${ip}`],
      ...[...asRoot(), ...rest],
    ],
    { cwd: context.root, env, output },
  );
  const ended = new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 0));
  });
  const stop = () => child.kill("SIGTERM");
  for (const name of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(name, stop);
  const address = await whenReady(
    runtime,
    opened,
    () => child.exitCode !== null || child.signalCode !== null,
  );
  if (address !== undefined) say(`\nThe course is open: ${address}\nCtrl-C here stops it. Its log: ${log}`);
  const code = Number(await ended);
  closeSync(output);
  rmSync(runtime, { recursive: true, force: true });
  if (code !== 0)
    say(
      `\nJupyterLab ended with ${code}:\n${readFileSync(log, "utf8").trimEnd().split("\n").slice(-20).join("\n")}`,
    );
  return code;
}

/** Programs of the environment come first; Windows may call the variable Path. @param {NodeJS.ProcessEnv} env @param {string} first */
function withPath(env, first) {
  const name = Object.keys(env).find((key) => key.toUpperCase() === "PATH") ?? "PATH";
  return { [name]: `${first}${delimiter}${env[name] ?? ""}` };
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
 * @param {() => boolean} ended
 * @returns {Promise<string | undefined>} the address with the token; undefined where the server ended first
 */
async function whenReady(runtime, path, ended) {
  while (!ended()) {
    const server = readServer(runtime);
    if (server !== undefined) {
      const token = server.token === "" ? "" : `?token=${server.token}`;
      return `${server.url.replace(/\/$/, "")}${path}${token}`;
    }
    await sleep(100);
  }
  return undefined;
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
