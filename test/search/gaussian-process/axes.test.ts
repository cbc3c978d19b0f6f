import { choice, float, int, space } from "deep-pessimist/search";
import { expect, test } from "vitest";
import { axesOf, existsAt, pointOf, snap } from "../../../lib/search/gaussian-process/axes.js";

test("what depends on a hyperparameter that does not exist, does not exist itself, wherever its place is", () => {
  const searched = space({
    optimizer: choice(["sgd", "adam"]),
    steps: int(1, 3, { when: { optimizer: "sgd" } }),
    decay: float(0, 1, { when: { steps: 2 } }),
  });
  const axes = axesOf([...searched]);
  const exists = (parameters: Record<string, string | number>) => {
    const point = snap(axes, pointOf(axes, parameters));
    return Object.fromEntries(axes.list.map(({ name }, k) => [name, existsAt(axes.list, point, k)]));
  };
  expect(exists({ optimizer: "sgd", steps: 2, decay: 0.3 })).toEqual({
    ...{ optimizer: true, steps: true, decay: true },
  });
  expect(exists({ optimizer: "sgd", steps: 3 })).toEqual({ optimizer: true, steps: true, decay: false });
  // Absent steps stand in the middle of their axis, where 2 does.
  expect(exists({ optimizer: "adam" })).toEqual({ optimizer: true, steps: false, decay: false });
});
