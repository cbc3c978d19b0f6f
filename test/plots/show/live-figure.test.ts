import { afterEach, describe, expect, test, vi } from "vitest";
import { type Figure, UsageError } from "../../../lib/core/index.js";
import { liveFigure } from "../../../lib/plots/index.js";

const hook = Symbol.for("deep-pessimist.display");
const registry = globalThis as unknown as Record<symbol, unknown>;
const figure = (reading: string): Figure => ({ data: [], layout: {}, reading });

describe("liveFigure(draw)", () => {
  afterEach(() => {
    delete registry[hook];
    vi.restoreAllMocks();
  });

  interface Shown {
    displayId: string;
    update: boolean;
    data: Record<string, unknown>;
  }
  const notebook = (): Shown[] => {
    const shown: Shown[] = [];
    registry[hook] = (bundle: Shown) => shown.push(bundle);
    return shown;
  };

  test("redraws picture and reading in place, each figure in its own", async () => {
    const shown = notebook();
    let trials = 0;
    const [first, second] = [0, 1].map(() => liveFigure(() => figure(`${++trials} trials`))) as [
      () => Promise<void>,
      () => Promise<void>,
    ];
    await first();
    await first();
    await second();
    expect(shown.map(({ update }) => update)).toEqual([false, false, true, true, false, false]);
    const ids = shown.map(({ displayId }) => displayId);
    expect(ids.slice(2, 4)).toEqual(ids.slice(0, 2));
    expect(new Set(ids).size).toBe(4);
    expect(shown[3]!.data["text/plain"]).toBe("2 trials");
  });

  test("draws calls that come together once, and what came while it drew once more", async () => {
    notebook();
    let [trials, drawn] = [0, [] as number[]];
    const live = liveFigure(() => {
      drawn = [...drawn, trials];
      return figure(`${trials}`);
    });
    for (trials = 1; trials < 5; trials++) void live();
    // The first drawing has begun, and is not done.
    while (drawn.length === 0) await Promise.resolve();
    for (trials = 6; trials < 9; trials++) void live();
    await live();
    expect(drawn).toEqual([5, 9]);
  });

  test("says why there is nothing to draw yet, and draws at the same place as soon as there is", async () => {
    const shown = notebook();
    let isEmpty = true;
    const live = liveFigure(() => {
      if (isEmpty) throw new UsageError({ got: "no trial.", expected: "one.", fix: "wait." });
      return figure("one trial");
    });
    await live();
    isEmpty = false;
    await live();
    expect(shown[0]!.data["text/plain"]).toBe("Nothing to draw yet: no trial.");
    expect(shown[1]).toMatchObject({ displayId: shown[0]!.displayId, update: true });
    expect(shown[1]!.data["text/plain"]).toBe("one trial");
  });

  test("prints a reading in a terminal, and not one after each trial", async () => {
    const printed = vi.spyOn(console, "log").mockImplementation(() => {});
    const live = liveFigure(() => figure("the best is 0.1"));
    await live();
    await live();
    expect(printed.mock.calls).toEqual([["the best is 0.1"]]);
  });
});
