/** What `scripts/setup` gives: plain JavaScript, because it has to run before anything is built. */
export interface Setup {
  makeContext(overrides: { root: string; python?: string; isClone?: boolean }): object;
  runSteps(steps: readonly object[], context: object, reporter: object): Promise<void>;
  readonly projectSteps: readonly object[];
  readonly projectCourseSteps: readonly object[];
  textReporter(): object;
  collectingReporter(): { readonly steps: readonly object[] };
}

/** The set-up scripts of this package, from the sources as well as from what is built. */
export function loadSetup(): Promise<Setup> {
  return import(new URL("../../../scripts/setup/index.mjs", import.meta.url).href);
}
