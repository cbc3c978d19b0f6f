import { spawn } from "node:child_process";

/** The course, opened as a reader opens it. */
export interface JupyterLab {
  /** The address of a page, with the token that lets one in. */
  address(page: string): string;
  stop(): Promise<void>;
}

/** Runs `npm start -- --no-browser` and waits until it prints where the course is open. */
export async function startJupyterLab(): Promise<JupyterLab> {
  const args = ["scripts/start.mjs", "--no-browser"];
  const server = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  server.stderr.on("data", (chunk) => {
    printed += chunk;
  });
  const open = await new Promise<URL>((resolve, reject) => {
    server.stdout.on("data", (chunk) => {
      printed += chunk;
      const address = /The course is open: (\S+)/.exec(printed)?.[1];
      if (address !== undefined) resolve(new URL(address));
    });
    server.once("exit", (code) => reject(new Error(`npm start ended with ${code}:\n${printed}`)));
  });
  return {
    address: (page) => new URL(`${page}${open.search}`, open).href,
    async stop() {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGTERM"); // it ends JupyterLab, which ends its kernels
      await ended;
    },
  };
}
