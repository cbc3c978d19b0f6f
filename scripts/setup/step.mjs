/**
 * One thing that set-up makes. A step is done when its stamp was written for the same `inputs` and every file of
 * `outputs` is still there, whole; otherwise `make` runs, from whatever state it finds.
 *
 * @typedef {object} Step
 * @property {string} name - as it is shown
 * @property {(context: import("./context.mjs").Context) => number} megabytes - what it needs on the disk, at most
 * @property {(context: import("./context.mjs").Context) => string | Promise<string>} inputs - everything that, changed,
 *   makes the step's result stale
 * @property {(context: import("./context.mjs").Context) => string[]} outputs - files and folders, from the root
 * @property {(path: string) => boolean} [watched] - which files of the outputs count; all, unless given
 * @property {(context: import("./context.mjs").Context) => Promise<string | undefined>} [broken] - what else can be wrong
 *   with a finished result
 * @property {(context: import("./context.mjs").Context) => string | undefined} [notHere] - why the step does not apply
 * @property {(context: import("./context.mjs").Context) => Promise<void>} make
 */

export {};
