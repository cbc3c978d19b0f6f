/** One command of `deep-pessimist`: a module of `commands/` exports it as `command`. */
export interface Command {
  /** What is typed after `deep-pessimist`. */
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `deep-pessimist NAME --help` prints: the synopsis, each option with its default, an example. */
  readonly usage: string;
  /**
   * Does the work and says how it ended: {@link fine}, {@link foundSomething} or {@link couldNotRun}.
   * Heavy modules are imported here, not at the top of the file: the list of commands must stay quick.
   *
   * @throws UsageError for a caller's mistake; it is printed without a stack, and the exit code is 2
   */
  run(args: readonly string[]): Promise<number>;
}

/** Exit code of a command that ran and has nothing to warn of. */
export const fine = 0;

/** Exit code of a command that ran and found something. */
export const foundSomething = 1;

/** Exit code of a command that could not do its work. */
export const couldNotRun = 2;
