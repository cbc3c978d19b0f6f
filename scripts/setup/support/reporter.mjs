/**
 * Who is told how set-up goes.
 *
 * @typedef {object} Reporter
 * @property {(name: string) => void} starts
 * @property {(name: string, seconds: number) => void} made
 * @property {(name: string) => void} ready - it was done before
 * @property {(name: string, why: string) => void} skipped - it does not apply here
 * @property {(name: string) => void} failed
 * @property {(line: string) => void} note
 */

/**
 * One line a step. In a terminal the running step's seconds count up.
 *
 * @param {{ write(text: string): unknown, isTTY?: boolean }} [stream]
 * @returns {Reporter}
 */
export function textReporter(stream = process.stdout) {
  /** The step whose line has begun and has not ended. @type {string | undefined} */
  let running;
  /** @type {NodeJS.Timeout | undefined} */
  let clock;
  /** @param {string} name */
  const label = (name) => `  ${name.padEnd(22)} `;
  /** @param {string} name @param {string} text */
  const end = (name, text) => {
    clearInterval(clock);
    if (running !== name) stream.write(label(name));
    else if (stream.isTTY) stream.write(`\r\u001b[2K${label(name)}`);
    stream.write(`${text}\n`);
    running = undefined;
  };
  return {
    starts(name) {
      running = name;
      stream.write(label(name));
      if (!stream.isTTY) return;
      const started = performance.now();
      clock = setInterval(
        () => stream.write(`\r${label(name)}${whole((performance.now() - started) / 1000)}`),
        1000,
      );
      clock.unref();
    },
    made: (name, taken) => end(name, `${taken.toFixed(1).padStart(6)} s`),
    ready: (name) => end(name, "   ready"),
    skipped: (name, why) => end(name, `   ${why}`),
    failed: (name) => end(name, "   failed"),
    note: (text) => stream.write(`${text}\n`),
  };
}

/**
 * For `--json`: the steps as data.
 *
 * @returns {Reporter & { steps: { name: string, state: string, seconds?: number, why?: string }[] }}
 */
export function collectingReporter() {
  /** @type {{ name: string, state: string, seconds?: number, why?: string }[]} */
  const steps = [];
  return {
    steps,
    starts() {},
    made: (name, taken) => void steps.push({ name, state: "made", seconds: Number(taken.toFixed(1)) }),
    ready: (name) => void steps.push({ name, state: "ready" }),
    skipped: (name, why) => void steps.push({ name, state: "skipped", why }),
    failed: (name) => void steps.push({ name, state: "failed" }),
    note() {},
  };
}

/** @param {number} seconds */
function whole(seconds) {
  return `${String(Math.floor(seconds)).padStart(4)}   s`;
}
