import { nearestName, UsageError } from "../../core/index.js";
import type { Command } from "../command.js";

const usage = `
Usage: deep-pessimist search run FILE [options]
       deep-pessimist search worker FILE --queue ADDRESS [options]
       deep-pessimist search status [STORAGE] [--study NAME]
       deep-pessimist search dashboard [STORAGE] [--port 8080]

Searches for good hyperparameters. Trials run in child processes: one that blocks, grows, exits or
crashes is recorded, and the others go on. What is interrupted, goes on with the same command.

  run FILE            runs the search that FILE exports, until the study holds so many trials:
    --trials N        by default as the program says
    --workers N       how many trials run at the same time; default 1
    --storage PATH    the SQLite file of the study; by default as the program says, or studies.db
    --queue ADDRESS   spreads the trials over workers on any machine, which this command leads:
                      redis://:password@host:6379, rediss://… (TLS), or
                      postgres://user:password@host/database?sslmode=verify-full
    --load-timeout S  seconds in which FILE must be loaded; default 120
    --trial-timeout S seconds after which a trial is ended; default none
    --trial-memory MB of memory, at which it is ended (Linux); default none
    --retries N       how often a trial is begun again, from its checkpoint, that was ended so
                      or whose process crashed; default 1. A lost machine does not count
  worker FILE …       runs trials for such a search; FILE is the same program:
    --queue ADDRESS   the same address
    --slots N         how many trials run here at the same time; default 1
  status [STORAGE]    how the studies of a file stand; default studies.db
    --study NAME      one of them
  dashboard …         shows the file in optuna-dashboard, which pip installs:
    --port P          default 8080; 0 for any that is free
    --host H          default 127.0.0.1, which other machines cannot reach
  --json              print the result as JSON
  -h, --help          print this

FILE is TypeScript or JavaScript whose default export is a search:
  export default searchProgram({ name, space, sampler, objective(trial) { … return loss; } });

Exit code: 0 fine, 1 no trial was completed, 2 could not run.

Example: deep-pessimist search run study.ts --trials 100 --workers 4
`;

type Run = (args: readonly string[]) => Promise<number>;

/** What comes after `search`, each loaded when it is asked for. */
const actions: Readonly<Record<string, () => Promise<Run>>> = {
  run: async () => (await import("../search/run-search.js")).runSearch,
  worker: async () => (await import("../search/work-for-search.js")).workForSearch,
  status: async () => (await import("../search/show-status.js")).showStatus,
  dashboard: async () => (await import("../search/open-dashboard.js")).openDashboard,
};

/** `deep-pessimist search`. */
export const command: Command = {
  name: "search",
  summary: "search for good hyperparameters, on one machine or many",
  usage,
  async run([action = "", ...args]) {
    const load = actions[action];
    if (load !== undefined) return (await load())(args);
    const names = Object.keys(actions);
    const meant = nearestName(action, names);
    throw new UsageError({
      got: action === "" ? "deep-pessimist search alone." : `deep-pessimist search has no "${action}".`,
      expected: `one of ${names.join(", ")}.`,
      fix:
        meant === undefined ? "see deep-pessimist search --help." : `write deep-pessimist search ${meant}.`,
    });
  },
};
