import type { Trial } from "../../../lib/search/index.js";

/** By its number, each trial does something that a process could die of. */
export default async function objective(trial: Trial): Promise<number> {
  const { number } = trial;
  if (number === 0) process.kill(process.pid, "SIGINT"); // as Ctrl-C does, in a terminal
  if (number === 1) setTimeout(() => Promise.reject(new Error("from a timer")));
  if (number === 2) throw { code: 5 };
  if (number === 3) trial.attribute("run", 1n);
  if (number === 4) await trial.checkpoint(() => {});
  await new Promise((resolve) => setTimeout(resolve, number === 1 ? 10_000 : 20));
  return number;
}
