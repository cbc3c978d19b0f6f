import { createHash } from "node:crypto";
import { hostname } from "node:os";
import { resolve } from "node:path";
import { takeLock, UsageError } from "../../core/index.js";
import { createStudy, type Objective, type OptimizeOptions, type Study } from "../../search/index.js";
import { loadSearchProgram } from "../../search/programs/load-program.js";
import type { SearchProgram } from "../../search/programs/search-program.js";
import { fine, foundSomething } from "../command.js";
import { numberOption } from "../number-option.js";
import { parseArguments } from "../parse-arguments.js";
import { countOption, oneFile, stopOnInterrupt, tellServer } from "./options.js";
import { summarize, summaryText } from "./summary.js";

/** `deep-pessimist search run`. */
export async function runSearch(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments("search", args, {
    workers: { type: "string" },
    trials: { type: "string" },
    storage: { type: "string" },
    queue: { type: "string" },
    retries: { type: "string" },
    "trial-timeout": { type: "string" },
    "trial-memory": { type: "string" },
  });
  const file = oneFile("run", positionals, "a program of TypeScript or JavaScript");
  const program = await loadSearchProgram(file);
  const timeout = values["trial-timeout"];
  const memory = values["trial-memory"];
  const retries = values.retries;
  const options: OptimizeOptions = {
    trials: trialsOf(program, countOption("trials", values.trials)),
    workers: countOption("workers", values.workers) ?? 1,
    signal: stopOnInterrupt(),
    ...(retries !== undefined && { retries: numberOption("retries", retries) }),
    ...(timeout !== undefined && { trialTimeoutMs: 1000 * numberOption("trial-timeout", timeout) }),
    ...(memory !== undefined && { trialMemoryMb: numberOption("trial-memory", memory) }),
    onTrial: ({ number, state, value, failure }) =>
      console.error(
        `trial ${number}: ${state}${value === undefined ? "" : ` ${value}`}${failure === undefined ? "" : `, ${failure}`}`,
      ),
  };
  const { objective: _, trials: __, ...settings } = program;
  const storage = values.storage ?? program.storage ?? "studies.db";
  const study = await createStudy({ ...settings, storage });
  try {
    if (values.queue === undefined) await study.optimize(file, options);
    else await spread(study, values.queue, storage, options);
    const summary = summarize(study, study.trials);
    console.log(values.json ? JSON.stringify(summary, null, 2) : summaryText(summary));
    return summary.best === null ? foundSomething : fine;
  } finally {
    study.close();
  }
}

/** Runs the trials on whatever workers listen to the queue. */
async function spread(
  study: Study,
  queue: string,
  storage: unknown,
  options: OptimizeOptions,
): Promise<void> {
  if (typeof storage !== "string" || storage === ":memory:")
    throw new UsageError({
      got: "a study that is kept in memory, and --queue.",
      expected: "a file, so that the search goes on when its coordinator is started again.",
      fix: "add --storage studies.db.",
    });
  const path = resolve(storage.replace(/^sqlite:\/\/\//, ""));
  const id = createHash("sha256").update(`${hostname()} ${path}`).digest("hex").slice(0, 12);
  const release = await takeLock(`${path}.coordinator`, { doing: "spreading the trials of this file" });
  try {
    const { Coordinator } = await import("../../search/queue/coordinator.js");
    const coordinator = await Coordinator.open({ queue, study: study.name, id, onServer: tellServer(queue) });
    try {
      await study.optimize(coordinator.objective as Objective, options);
    } finally {
      await coordinator.close();
    }
  } finally {
    await release();
  }
}

function trialsOf(program: SearchProgram, asked: number | undefined): number {
  const trials = asked ?? program.trials;
  if (trials !== undefined) return trials;
  throw new UsageError({
    got: `no number of trials, neither with --trials nor in the program "${program.name}".`,
    expected: "how many trials the study shall hold at the end.",
    fix: "add --trials 100.",
  });
}
