import { expect, test } from "vitest";
import { checkOptions, nearestName, UsageError } from "../../lib/core/index.js";

test("checkOptions passes what it knows, 0 and false among it", () => {
  expect(() => checkOptions("makeScenes", { seed: 0, night: false }, ["seed", "night"])).not.toThrow();
});

test("checkOptions says what came, what was expected and what to type", () => {
  expect(() => checkOptions("makeScenes", { nigth: 1 }, ["seed", "night"])).toThrow(
    new UsageError({
      got: 'makeScenes got the option "nigth", which it does not have.',
      expected: 'one of "seed", "night".',
      fix: 'write "night" instead of "nigth".',
    }),
  );
});

test("nearestName finds a slip of the keys, whatever the case, and nothing where no name is close", () => {
  expect(nearestName("Nigth", ["seed", "night"])).toBe("night");
  expect(nearestName("learningrate", ["learningRate", "batchSize"])).toBe("learningRate");
  expect(nearestName("banana", ["seed", "night"])).toBeUndefined();
});

test.each([undefined, null, "seed", 3, [1]])(
  "checkOptions refuses %j, which is no options at all",
  (options) => {
    expect(() => checkOptions("makeScenes", options as never, ["seed"])).toThrow(
      /^makeScenes got .* where its options belong\.\n {2}Expected: an object with "seed"\.\n {2}To fix: {3}write { seed: … }\.$/,
    );
  },
);
