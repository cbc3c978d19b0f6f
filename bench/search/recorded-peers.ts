import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { search } from "deep-pessimist";

/**
 * How far what a peer would hand over is from the best recorded configuration, after each of its trials.
 *
 * @returns [seeds][trials]
 */
export async function recordedRegrets(
  command: readonly string[],
  sampler: string,
  seeds: number,
  trials: number,
): Promise<number[][]> {
  const { space, evaluate, best } = search.recordedBenchmark();
  const [program, ...args] = command;
  const child = spawn(program!, args, { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const say = (value: unknown) => child.stdin.write(`${JSON.stringify(value)}\n`);
  const all: number[][] = [];
  for (let seed = 0; seed < seeds; seed++) {
    say({ sampler, seed, trials, space });
    const regrets: number[] = [];
    let least = Number.POSITIVE_INFINITY;
    for (let number = 0; number < trials; number++) {
      const { value, done } = await lines.next();
      if (done) throw new Error(`${sampler} ended after ${number} trials of study ${seed}.`);
      const parameters = JSON.parse(value) as search.RecordedConfiguration;
      const { error } = evaluate(parameters, { seed: (31 * seed + number) % 5 });
      say(error);
      regrets.push(error < least ? evaluate(parameters).error - best.error : regrets.at(-1)!);
      least = Math.min(least, error);
    }
    all.push(regrets);
  }
  child.stdin.end();
  return all;
}
