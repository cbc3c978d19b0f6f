import { createHash } from "node:crypto";
import { hostname } from "node:os";
import { resolve } from "node:path";
import { shownValue, takeLock, UsageError } from "../../core/index.js";
import {
  createStudy,
  type Objective,
  type OptimizeOptions,
  type Study,
  type TrialRecord,
} from "../../search/index.js";
import type { SearchProgram } from "../../search/programs/search-program.js";
import { assertOptimizeOptions } from "../../search/studies/assert-optimize-options.js";
import { unlessAborted } from "../../search/workers/unless-aborted.js";
import { fine, foundSomething } from "../command.js";
import { parseArguments } from "../parse-arguments.js";
import { countOption, limitOptions, oneFile, tellServer } from "./options.js";
import { outputAside } from "./output-aside.js";
import { stoppable } from "./stoppable.js";
import { type Summary, summarize, summaryText } from "./summary.js";
import { withProgram } from "./with-program.js";

/** `deep-pessimist search run`. */
export async function runSearch(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments("search", args, {
    workers: { type: "string" },
    trials: { type: "string" },
    storage: { type: "string" },
    queue: { type: "string" },
    retries: { type: "string" },
    "load-timeout": { type: "string" },
    "trial-timeout": { type: "string" },
    "trial-memory": { type: "string" },
  });
  const file = oneFile("run", positionals, "a program of TypeScript or JavaScript");
  const asked = countOption("trials", values.trials);
  const workers = countOption("workers", values.workers) ?? 1;
  const retries = countOption("retries", values.retries, { lowest: 0 });
  const { timeoutMs, memoryMb, loadTimeoutMs } = limitOptions(values);
  const run = (program: SearchProgram) => {
    const options: OptimizeOptions = {
      ...{ trials: trialsOf(program, asked), workers, onTrial: tellTrial },
      ...(retries !== undefined && { retries }),
      ...(timeoutMs !== undefined && { trialTimeoutMs: timeoutMs }),
      ...(loadTimeoutMs !== undefined && { loadTimeoutMs }),
      ...(memoryMb !== undefined && { trialMemoryMb: memoryMb }),
    };
    return stoppable((signal) => search(file, program, values, { ...options, signal }));
  };
  const summary = await outputAside(() => withProgram(file, loadTimeoutMs, run));
  console.log(values.json ? JSON.stringify(summary, null, 2) : summaryText(summary));
  return summary.best === null ? foundSomething : fine;
}

function tellTrial({ number, state, value, failure }: TrialRecord): void {
  const [reason] = failure?.split("\n") ?? [];
  console.error(
    `trial ${number}: ${state}${value === undefined ? "" : ` ${value}`}${reason === undefined ? "" : `, ${reason}`}`,
  );
}

/** Runs a program's trials; how its study then stands. */
async function search(
  file: string,
  { objective: _, trials: __, ...settings }: SearchProgram,
  values: { readonly storage?: string | undefined; readonly queue?: string | undefined },
  options: OptimizeOptions,
): Promise<Summary> {
  const storage = values.storage ?? settings.storage ?? "studies.db";
  assertOptimizeOptions(options); // before a file is made
  const study = await unlessAborted(options.signal, createStudy({ ...settings, storage }));
  if (study === undefined)
    throw new UsageError({
      got: `the search was stopped before ${shownValue(storage)} could be opened.`,
      expected: "a file that no other program holds for seconds.",
      fix: "end the program that holds it locked: a database browser, mostly. Then type the same command again.",
    });
  try {
    if (values.queue === undefined) await study.optimize(file, options);
    else await spread(study, values.queue, storage, options);
    return summarize(study, study.trials);
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
    const opening = Coordinator.open({ queue, study: study.name, id, onServer: tellServer(queue) });
    const coordinator = await unlessAborted(options.signal, opening);
    if (coordinator === undefined) return;
    console.error(
      `Leading the workers of "${study.name}", which deep-pessimist search worker FILE --queue ADDRESS starts, here or elsewhere.`,
    );
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
  if (Number.isInteger(trials) && trials! >= 1) return trials!;
  const { name } = program;
  throw new UsageError({
    got:
      trials === undefined
        ? `no number of trials, neither with --trials nor in the program "${name}".`
        : `trials: ${shownValue(trials)} in the program "${name}".`,
    expected: "how many trials the study shall hold at the end, from 1.",
    fix: "add --trials 100.",
  });
}
