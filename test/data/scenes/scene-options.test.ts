import { expect, test } from "vitest";
import { type MakeScenesOptions, makeScenes } from "../../../lib/data/index.js";

test.each<[string, number, MakeScenesOptions, string]>([
  ["a negative count", -5, {}, "samples is -5."],
  ["half an image", 1.5, {}, "samples is 1.5."],
  ["an absurd count", 1e12, {}, "samples is 1000000000000."],
  ["NaN images", Number.NaN, {}, "samples is NaN."],
  ["a rate above 1", 5, { personRate: 1.2 }, "personRate is 1.2."],
  ["a negative rate", 5, { labelNoise: -0.1 }, "labelNoise is -0.1."],
  ["a rate in percent", 5, { conditions: { night: 30 } }, "pass 0.3."],
  ["a tiny picture", 5, { imageSize: 8 }, "a whole number from 16 to 224."],
  ["no objects", 5, { objects: 0 }, "objects is 0."],
  ["a seed that is no number", 5, { seed: Number.NaN }, "seed is NaN."],
  ["heights the wrong way round", 5, { figureHeight: [0.6, 0.3] }, "the smaller first"],
  ["more doubt than there are persons", 5, { personRate: 0.01, ambiguity: 0.05 }, "at most 0.00600"],
  ["an unknown condition", 5, { conditions: { nigth: 1 } as never }, 'write "night" instead of "nigth".'],
  ["a condition nobody has heard of", 5, { conditions: { locusts: 1 } as never }, '"rain", "snow"'],
  ["a severity beyond 5", 5, { conditions: { fog: { severity: 6 } } }, "conditions.fog.severity is 6."],
  ["severities the wrong way round", 5, { conditions: { fog: { severity: [4, 2] } } }, "the smaller first"],
  ["a misspelt setting", 5, { conditions: { fog: { severty: 2 } as never } }, "{ share, severity }"],
  ["noise by a tag that is not there", 5, { labelNoise: { byTag: { nigth: 0.1 } } }, 'write "night"'],
  ["an unknown option", 5, { ambiguty: 1 } as never, 'write "ambiguity" instead'],
])("makeScenes refuses %s and says what to type", (_, samples, options, message) => {
  expect(() => makeScenes(samples, options)).toThrow(message);
});

test("makeScenes keeps a rate of 0 and of 1", () => {
  expect(new Set(makeScenes(50, { personRate: 0 }).labels)).toEqual(new Set([0]));
  expect(new Set(makeScenes(50, { personRate: 1 }).labels)).toEqual(new Set([1]));
});

test.each([-1, 10, 0.5, Number.NaN])("batch refuses the index %d of ten images", (index) => {
  expect(() => makeScenes(10).batch([0, index])).toThrow(`index ${index}, at place 1`);
});
