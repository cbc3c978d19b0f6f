import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { inIdleTime } from "../../lib/kernel/in-idle-time.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function* steps(done: number[], most: number): Generator<void> {
  for (let step = 0; step < most; step++) {
    done.push(step);
    yield;
  }
}

test("inIdleTime does nothing at once, and then all of it", () => {
  const done: number[] = [];
  inIdleTime(steps(done, 5), () => false);
  expect(done).toEqual([]);
  vi.runAllTimers();
  expect(done).toEqual([0, 1, 2, 3, 4]);
});

test("inIdleTime waits while the kernel is busy", () => {
  const done: number[] = [];
  let busy = true;
  inIdleTime(steps(done, 2), () => busy);
  vi.advanceTimersByTime(1000);
  expect(done).toEqual([]);
  busy = false;
  vi.advanceTimersByTime(200);
  expect(done).toEqual([0, 1]);
});

test("inIdleTime leaves work that fails: whoever needs it is told then", () => {
  const failing = (function* (): Generator<void> {
    yield;
    throw new Error("no such file");
  })();
  inIdleTime(failing, () => false);
  expect(() => vi.runAllTimers()).not.toThrow();
  expect(failing.next().done).toBe(true);
});
