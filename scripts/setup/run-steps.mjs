import { join } from "node:path";
import { SetupError } from "./setup-error.mjs";
import { assertDiskSpace } from "./support/disk-space.mjs";
import { takeLock } from "./support/lock.mjs";
import { keyOf, listFiles, removeStamp, whyNotDone, writeStamp } from "./support/stamp.mjs";

/** @typedef {import("./context.mjs").Context} Context */
/** @typedef {import("./step.mjs").Step} Step */

/**
 * Brings every step to its finished state, in order, and does nothing for those that are there already.
 *
 * @param {readonly Step[]} steps
 * @param {Context} context
 * @param {import("./support/reporter.mjs").Reporter} reporter
 * @returns {Promise<void>}
 * @throws {SetupError}
 */
export async function runSteps(steps, context, reporter) {
  const here = steps.filter((step) => step.notHere?.(context) === undefined);
  if ((await pending(here, context)).length === 0) return tellAll(steps, context, reporter);
  const release = await takeLock(join(context.state, "lock"), {
    signal: context.signal,
    onWait: (pid) => reporter.note(`  Another set-up works here (process ${pid}); waiting for it to end.`),
  });
  try {
    assertDiskSpace(context, await pending(here, context));
    for (const step of steps) await bring(step, context, reporter);
  } finally {
    release();
  }
}

/**
 * @param {Step} step
 * @param {Context} context
 * @param {import("./support/reporter.mjs").Reporter} reporter
 */
async function bring(step, context, reporter) {
  const why = step.notHere?.(context);
  if (why !== undefined) return reporter.skipped(step.name, why);
  if ((await whyToMake(step, context)) === undefined) return reporter.ready(step.name);
  const started = performance.now();
  reporter.starts(step.name);
  try {
    removeStamp(stampOf(step, context));
    await step.make(context);
    const files = listFiles(context.root, step.outputs(context), step.watched);
    if (Object.keys(files).length === 0) throw leftNothing(step);
    writeStamp(stampOf(step, context), { key: keyOf(await step.inputs(context)), files });
  } catch (error) {
    reporter.failed(step.name);
    throw diskFull(error, step) ?? error;
  }
  reporter.made(step.name, (performance.now() - started) / 1000);
}

/**
 * Why a step has to be made, or undefined where it is done.
 *
 * @param {Step} step
 * @param {Context} context
 * @returns {Promise<string | undefined>}
 */
export async function whyToMake(step, context) {
  try {
    const key = keyOf(await step.inputs(context));
    return whyNotDone(stampOf(step, context), key, context.root) ?? (await step.broken?.(context));
  } catch (error) {
    // What it is made from is not there yet, or its result cannot even be looked at.
    return /** @type {Error} */ (error).message;
  }
}

/** @param {readonly Step[]} steps @param {Context} context */
async function pending(steps, context) {
  const reasons = await Promise.all(steps.map((step) => whyToMake(step, context)));
  return steps.filter((_, i) => reasons[i] !== undefined);
}

/** @param {readonly Step[]} steps @param {Context} context @param {import("./support/reporter.mjs").Reporter} reporter */
function tellAll(steps, context, reporter) {
  for (const step of steps) {
    const why = step.notHere?.(context);
    if (why === undefined) reporter.ready(step.name);
    else reporter.skipped(step.name, why);
  }
}

/** @param {Step} step @param {Context} context */
function stampOf(step, context) {
  return join(context.state, `${step.name.toLowerCase().replaceAll(" ", "-")}.json`);
}

/** @param {Step} step */
function leftNothing(step) {
  return new SetupError({
    got: `${step.name} ended without an error, and without a result.`,
    expected: "the files that it makes.",
    fix: "type the same command again; if it stays so, please report it with the logs in .cache/setup.",
  });
}

/**
 * A full disk met by our own writing, rather than by a program that we ran.
 *
 * @param {unknown} error
 * @param {Step} step
 */
function diskFull(error, step) {
  if (/** @type {NodeJS.ErrnoException} */ (error).code !== "ENOSPC") return undefined;
  return new SetupError({
    got: `The disk became full during ${step.name}.`,
    expected: "room on the disk.",
    fix: "free some space, then type the same command again: it goes on where it stopped.",
  });
}
