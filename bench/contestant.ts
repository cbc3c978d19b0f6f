import { type ChildProcess, spawn } from "node:child_process";
import { createInterface, type Interface } from "node:readline";

/** What a contestant is asked to do for a while: which op, where it has several. */
export interface Work {
  batchSize: number;
  seconds: number;
  op?: string;
}

/** A program that takes part in a race: it works for a while whenever it is asked, and says how fast. */
export interface Contestant {
  readonly name: string;
  /** What it says of itself when it is ready: library and version. */
  readonly description: string;
  /** Works for about `seconds` and gives samples per second. */
  heat(work: Work): Promise<number>;
  leave(): Promise<void>;
}

/** A program that does what it is asked, a JSON line for each task and each answer. */
export interface Peer {
  /** What it says of itself when it is ready: library and version. */
  readonly description: string;
  ask<Answer>(task: object): Promise<Answer>;
  leave(): Promise<void>;
}

/** Starts a peer that speaks JSON lines on its standard input and output, and waits until it is ready. */
export async function startPeer(
  name: string,
  command: readonly [string, ...string[]],
  environment: NodeJS.ProcessEnv = {},
): Promise<Peer> {
  const [program, ...args] = command;
  const child = spawn(program, args, {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, ...environment },
  });
  const lines = createInterface({ input: child.stdout });
  const { ready } = await answer<{ ready: string }>(name, child, lines);
  return {
    description: ready,
    ask<Answer>(task: object) {
      child.stdin.write(`${JSON.stringify(task)}\n`);
      return answer<Answer>(name, child, lines);
    },
    async leave() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.stdin.end();
      await ended;
    },
  };
}

/** Starts a contestant, and waits until it is ready. */
export async function startContestant(
  name: string,
  command: readonly [string, ...string[]],
  environment: NodeJS.ProcessEnv = {},
): Promise<Contestant> {
  const { description, ask, leave } = await startPeer(name, command, environment);
  const heat = async (work: Work): Promise<number> =>
    (await ask<{ samplesPerSecond: number }>(work)).samplesPerSecond;
  return { name, description, heat, leave };
}

function answer<T>(name: string, child: ChildProcess, lines: Interface): Promise<T> {
  return new Promise((resolve, reject) => {
    const failed = (reason: Error | number | null) => {
      reject(
        reason instanceof Error ? reason : new Error(`${name} ended with code ${reason} before it answered.`),
      );
    };
    child.once("exit", failed).once("error", failed);
    lines.once("line", (line) => {
      child.off("exit", failed).off("error", failed);
      resolve(JSON.parse(line) as T);
    });
  });
}
