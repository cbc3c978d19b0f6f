import { inspect, types } from "node:util";
import { codeFrame } from "./code-frame.js";
import { describeTypeScriptError } from "./describe-typescript-error.js";
import type { DescribedError } from "./described-error.js";
import { findHint } from "./hints/hint.js";
import { runHints } from "./hints/run-hints.js";
import { stackPlaces } from "./stack-places.js";
import { TypeScriptError } from "./typescript-error.js";

const longest = 8;

function messageOf(error: Error): string {
  // Node adds the files that led to a missing module; they are the kernel's.
  return `${error.message}`.replace(/\nRequire stack:\n[\s\S]*/, "");
}

function describeValue(value: unknown): DescribedError {
  const evalue = inspect(value, { depth: 1, breakLength: 100 });
  const advice = "A thrown value has no line; to see where it came from, throw new Error(…).";
  return { ename: "Thrown", evalue, traceback: [`Thrown: ${evalue}`.slice(0, 500), advice] };
}

/** Describes anything that was thrown, also what resists: an error whose own properties throw. */
export function describeError(error: unknown): DescribedError {
  try {
    return describe(error);
  } catch {
    const evalue = "an error was thrown that cannot be shown.";
    return { ename: "Error", evalue, traceback: [`Error: ${evalue}`] };
  }
}

/** An error as its reader should see it: message, remedy, the own line; at most 8 lines, no frames of machinery. */
function describe(error: unknown): DescribedError {
  if (error instanceof TypeScriptError) return describeTypeScriptError(error);
  // Libraries that bring a realm of their own, as jsdom does, throw errors that are no instances of ours.
  if (!(error instanceof Error) && !types.isNativeError(error)) return describeValue(error);
  const { learner, called } = stackPlaces(error);
  const evalue = messageOf(error);
  const place = learner && `${learner.label}, line ${learner.line}${called ? `, in ${called}()` : ""}`;
  const cause =
    error.cause instanceof Error ? [`Caused by ${error.cause.name}: ${messageOf(error.cause)}`] : [];
  const hint = error.name === "UsageError" ? undefined : findHint(runHints, evalue);
  const after = [
    ...(learner && place ? [place, ...codeFrame(learner)] : []),
    ...(hint === undefined ? [] : [hint]),
    ...cause,
  ];
  const head = `${error.name}: ${evalue}`.split("\n");
  const room = longest - after.length;
  const shown = head.length > room ? [...head.slice(0, room - 1), "…"] : head;
  return { ename: error.name, evalue, traceback: [...shown, ...after].map((line) => line.slice(0, 500)) };
}
