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

/** Starts a contestant that speaks JSON lines on its standard input and output, and waits until it is ready. */
export async function startContestant(
  name: string,
  command: readonly [string, ...string[]],
  environment: NodeJS.ProcessEnv = {},
): Promise<Contestant> {
  const [program, ...args] = command;
  const child = spawn(program, args, {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, ...environment },
  });
  const lines = createInterface({ input: child.stdout });
  const { ready } = await answer<{ ready: string }>(name, child, lines);
  return {
    name,
    description: ready,
    async heat(work) {
      child.stdin.write(`${JSON.stringify(work)}\n`);
      return (await answer<{ samplesPerSecond: number }>(name, child, lines)).samplesPerSecond;
    },
    async leave() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.stdin.end();
      await ended;
    },
  };
}

function answer<T>(name: string, child: ChildProcess, lines: Interface): Promise<T> {
  return new Promise((resolve, reject) => {
    const failed = (reason: Error | number | null) => {
      reject(reason instanceof Error ? reason : new Error(`${name} ended with code ${reason} in mid-race.`));
    };
    child.once("exit", failed).once("error", failed);
    lines.once("line", (line) => {
      child.off("exit", failed).off("error", failed);
      resolve(JSON.parse(line) as T);
    });
  });
}
