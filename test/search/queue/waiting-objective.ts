import { existsSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import type { Trial } from "../../../lib/search/index.js";

/** Says nothing, and ends when the file of WAIT_FOR is there. */
export default async function objective(trial: Trial): Promise<unknown> {
  while (!existsSync(process.env.WAIT_FOR!)) await setTimeout(20);
  return trial.parameters.x;
}
