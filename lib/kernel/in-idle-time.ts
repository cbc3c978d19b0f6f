/** A cell that comes meanwhile waits no longer than this. */
const turnMs = 10;

/** How long a busy kernel is left alone. */
const restMs = 100;

/** Does work step by step while nobody asks for anything; a step that fails is the last. */
export function inIdleTime(steps: Iterator<void>, isBusy: () => boolean): void {
  const work = () => {
    if (isBusy()) return void setTimeout(work, restMs).unref();
    const end = performance.now() + turnMs;
    try {
      while (performance.now() < end) if (steps.next().done) return;
    } catch {
      return; // Whoever needs it is told then.
    }
    setImmediate(work);
  };
  setImmediate(work);
}
