import { setTimeout as pause } from "node:timers/promises";

/** Milliseconds after which a server that has not answered counts as away. */
const patience = 3000;

/**
 * Asks a server something every second, until the signal is aborted.
 *
 * @param onChange - told when it stops answering, and when it answers again
 */
export async function watchServer(
  ask: () => Promise<unknown>,
  onChange: (answers: boolean) => void,
  signal: AbortSignal,
): Promise<void> {
  let isThere = true;
  const change = (answers: boolean) => {
    if (answers === isThere || signal.aborted) return;
    isThere = answers;
    onChange(answers);
  };
  while (!signal.aborted) {
    const late = setTimeout(() => change(false), patience);
    const answers = await ask().then(
      () => true,
      () => false,
    );
    clearTimeout(late);
    change(answers);
    await pause(1000, undefined, { signal }).catch(() => {});
  }
}
