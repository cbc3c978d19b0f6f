// Runs trials of one objective, in a process of its own: it may hang, grow, exit or crash without harm to the study.
import { UsageError } from "../../core/index.js";
import type { Objective } from "../studies/study.js";
import { loadObjective } from "./load-objective.js";
import { RemoteTrial } from "./remote-trial.js";
import { thrownText } from "./thrown-text.js";
import type { FromChild, ToChild, TrialOrder } from "./trial-order.js";
import { watchParent } from "./watch-parent.js";

let objective: Objective;
let running: AbortController | undefined;

watchParent(Number(process.argv[2]));
process.on("disconnect", () => process.exit());
process.on("SIGINT", () => {}); // Ctrl-C goes to all of a terminal's processes: the parent says what it means
process.on("uncaughtException", (error) => {
  console.error(error);
  tell({ kind: "uncaught", message: String(error) });
});
process.on("message", (message: ToChild) => {
  if (message.kind === "load") load(message.file).then(tell);
  if (message.kind === "run") run(message.order).then(tell);
  if (message.kind === "abort") running?.abort();
});

function tell(message: FromChild): void {
  process.send?.(message, undefined, undefined, () => {}); // the parent may be gone, which ends this process, too
}

async function load(file: string): Promise<FromChild> {
  try {
    objective = await loadObjective(file);
    return { kind: "ready" };
  } catch (error) {
    const { got, expected, fix } = error instanceof UsageError ? error : unexpected(error);
    return { kind: "problem", problem: { got, expected, fix } };
  }
}

async function run(order: TrialOrder): Promise<FromChild> {
  running = new AbortController();
  try {
    const value = await objective(new RemoteTrial(order, running.signal));
    return { kind: "returned", value: plain(value) };
  } catch (error) {
    if (error instanceof Error) return { kind: "threw", name: error.name, message: error.message };
    return { kind: "threw", name: "", message: thrownText(error) };
  }
}

/** What cannot travel is not a number anyway. */
function plain(value: unknown): unknown {
  return typeof value === "function" || typeof value === "symbol" || typeof value === "object"
    ? value && {}
    : value;
}

function unexpected(error: unknown): { got: string; expected: string; fix: string } {
  return {
    got: `Loading the objective failed: ${error}.`,
    expected: "a file that loads.",
    fix: "see the cause above.",
  };
}
