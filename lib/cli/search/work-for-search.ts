import { loadSearchProgram } from "../../search/programs/load-program.js";
import { QueueWorker } from "../../search/queue/queue-worker.js";
import { fine } from "../command.js";
import { numberOption } from "../number-option.js";
import { parseArguments } from "../parse-arguments.js";
import { countOption, oneFile, queueOption, stopOnInterrupt, tellServer } from "./options.js";

/** `deep-pessimist search worker`. */
export async function workForSearch(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments("search", args, {
    queue: { type: "string" },
    slots: { type: "string" },
    "trial-timeout": { type: "string" },
    "trial-memory": { type: "string" },
  });
  const file = oneFile("worker", positionals, "the program that the coordinator runs");
  const queue = queueOption("worker", values.queue);
  const { name } = await loadSearchProgram(file);
  const timeout = values["trial-timeout"];
  const memory = values["trial-memory"];
  const signal = stopOnInterrupt();
  let ended = 0;
  const worker = await QueueWorker.open({
    ...{ queue, study: name, file, slots: countOption("slots", values.slots) ?? 1 },
    ...(timeout !== undefined && { timeoutMs: 1000 * numberOption("trial-timeout", timeout) }),
    ...(memory !== undefined && { memoryMb: numberOption("trial-memory", memory) }),
    onTrial: (number, end) => {
      if (end !== undefined) ended++;
      console.error(`trial ${number}: ${end === undefined ? "begun" : end.kind}`);
    },
    onServer: tellServer(queue),
  });
  console.error(`Waiting for trials of "${name}"; Ctrl-C ends this worker.`);
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener("abort", resolve));
  await worker.close();
  console.log(values.json ? JSON.stringify({ study: name, ended }) : `${ended} trials ended here.`);
  return fine;
}
