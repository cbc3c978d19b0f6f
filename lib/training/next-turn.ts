/**
 * Lets everything that waits run once: timers, an interrupt, a click on Stop. Work in a loop awaits it at each step.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === "function") setImmediate(resolve);
    else setTimeout(resolve); // browsers
  });
}
