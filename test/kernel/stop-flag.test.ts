import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Escalation } from "../../lib/kernel/protocol/escalation.js";
import { StopFlag } from "../../lib/kernel/stop/stop-flag.js";

/** The same flag as another thread sees it. */
const inThread = ({ buffer }: StopFlag) => new StopFlag(buffer);

describe("StopFlag", () => {
  test("a Stop that comes before the kernel has heard of an earlier one stays raised", () => {
    const flag = new StopFlag();
    inThread(flag).raise();
    inThread(flag).raise();
    expect([flag.hearNext(), flag.meansEverything]).toEqual([true, true]);
    expect([flag.hearNext(), flag.meansEverything]).toEqual([true, false]);
  });

  test("a Stop that a loop came across is no news when word of it comes, and the next one is", () => {
    const flag = new StopFlag();
    inThread(flag).raise();
    flag.hearAll();
    expect([flag.raised[0], flag.hearNext()]).toEqual([2, false]);
    inThread(flag).raise();
    expect([flag.meansEverything, flag.hearNext()]).toEqual([true, true]);
  });

  test("lowering it for the cells that have stopped leaves a Stop that has just come", () => {
    const flag = new StopFlag();
    flag.hearAll();
    flag.lower();
    expect(flag.raised[0]).toBe(0);
    inThread(flag).raise();
    flag.lower();
    expect(flag.meansEverything).toBe(true);
  });

  test("no signal is sent for what the kernel has heard; one that is on its way is waited for", () => {
    const flag = new StopFlag();
    flag.raise();
    expect(flag.announceSignal()).toBe(true);
    expect([flag.takeOwnSignal(), flag.takeOwnSignal()]).toEqual([true, false]);
    flag.hearNext();
    expect([flag.announceSignal(), flag.takeOwnSignal()]).toEqual([false, false]);
    flag.raise();
    flag.announceSignal();
    flag.awaitOwnSignals(); // nobody takes it: the system has made one of two
    expect(flag.takeOwnSignal()).toBe(false);
  });
});

describe("Escalation", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  test.runIf(process.platform !== "win32")("goes on until the kernel has heard of the latest Stop", () => {
    const kill = vi.spyOn(process, "kill").mockReturnValue(true);
    const escalation = new Escalation(new StopFlag(), () => {});
    escalation.begin();
    escalation.begin();
    escalation.heard();
    vi.advanceTimersByTime(150);
    expect(kill.mock.calls).toEqual([[process.pid, "SIGINT"]]);
    escalation.begin();
    escalation.heard();
    escalation.heard();
    vi.advanceTimersByTime(150);
    expect(kill).toHaveBeenCalledTimes(1);
  });
});
