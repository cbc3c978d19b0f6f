import { once } from "node:events";
import type { SearchProgram } from "../../search/programs/search-program.js";
import { QueueWorker, type QueueWorkerOptions } from "../../search/queue/queue-worker.js";
import { unlessAborted } from "../../search/workers/unless-aborted.js";
import { fine } from "../command.js";
import { parseArguments } from "../parse-arguments.js";
import { countOption, limitOptions, oneFile, queueOption, tellServer } from "./options.js";
import { outputAside } from "./output-aside.js";
import { stoppable } from "./stoppable.js";
import { withProgram } from "./with-program.js";

/** `deep-pessimist search worker`. */
export async function workForSearch(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments("search", args, {
    queue: { type: "string" },
    slots: { type: "string" },
    "load-timeout": { type: "string" },
    "trial-timeout": { type: "string" },
    "trial-memory": { type: "string" },
  });
  const file = oneFile("worker", positionals, "the program that the coordinator runs");
  const queue = queueOption("worker", values.queue);
  const slots = countOption("slots", values.slots) ?? 1;
  const limits = limitOptions(values);
  let ended = 0;
  const onTrial: QueueWorkerOptions["onTrial"] = (number, end) => {
    if (end !== undefined) ended++;
    console.error(`trial ${number}: ${end === undefined ? "begun" : end.kind}`);
  };
  const work = async ({ name }: SearchProgram, signal: AbortSignal) => {
    const onServer = tellServer(queue);
    const options = { queue, study: name, file, slots, ...limits, onTrial, onServer };
    const worker = await unlessAborted(signal, QueueWorker.open(options));
    if (worker !== undefined) {
      console.error(`Waiting for trials of "${name}"; Ctrl-C ends this worker.`);
      if (!signal.aborted) await once(signal, "abort");
      await worker.close();
    }
    return name;
  };
  const study = await outputAside(() =>
    withProgram(file, limits.loadTimeoutMs, (program) => stoppable((signal) => work(program, signal))),
  );
  console.log(values.json ? JSON.stringify({ study, ended }) : `${ended} trials ended here.`);
  return fine;
}
