import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";

/** A worker in a process of its own, once it is connected to its queue. */
export async function forkWorker(
  args: readonly string[],
  { onStart = () => {}, env = {} }: { onStart?: (child: ChildProcess) => void; env?: NodeJS.ProcessEnv } = {},
): Promise<ChildProcess> {
  const child = fork("test/search/queue/worker-program.ts", args, {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, ...env },
  });
  onStart(child);
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`the worker ended with ${code} before it was ready.`);
  });
  await Promise.race([once(child, "message"), ended]);
  return child;
}
