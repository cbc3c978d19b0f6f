import { expect, test } from "vitest";
import type { SplitScores } from "../../../lib/core/index.js";
import { decomposeError, ladderFromHistory } from "../../../lib/decomposition/index.js";
import { makeHistory } from "../../support/histories.js";

const history = makeHistory({
  train: [0.3, 0.1, 0.05],
  trainVal: [0.3, 0.15, 0.2],
  testVal: [0.4, 0.25, 0.3],
});
const scores: SplitScores = { mode: "evaluation", samples: 200, loss: 1, error: 0.29 };

test("ladderFromHistory takes the last epoch, or the best where early stopping named one, or the one asked for", () => {
  const trainErrors = [
    ladderFromHistory(history, { test: scores }),
    ladderFromHistory({ ...history, bestEpoch: 2 }, { test: scores }),
    ladderFromHistory({ ...history, bestEpoch: 2 }, { test: scores, epoch: 1 }),
  ].map(({ train }) => train);
  expect(trainErrors).toEqual([5, 10, 30].map((errors) => ({ errors, samples: 100 })));
});

test("the terms of a history's ladder add up to the test error", () => {
  const ladder = ladderFromHistory(history, { test: scores, irreducible: 0.01 });
  expect(ladder.test).toEqual({ errors: 58, samples: 200 });
  const sum = decomposeError(ladder).terms.reduce((total, { estimate }) => total + estimate, 0);
  expect(sum).toBeAllClose(0.29, { rtol: 1e-12 });
});

test("an error that was measured while training does not fit into a ladder", () => {
  // @ts-expect-error: no mode
  const running: SplitScores = { samples: 100, loss: 1, error: 0.5 };
  expect(running.mode).toBeUndefined();
});

test("ladderFromHistory says what is missing", () => {
  expect(() => ladderFromHistory({ epochs: [] }, { test: scores })).toThrow(/without epoch 1/);
  const bare = makeHistory({ train: [0.3] });
  expect(() => ladderFromHistory(bare, { test: scores })).toThrow(/validationSplit: 0\.2/);
});
