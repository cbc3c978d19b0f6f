import { expect, test } from "vitest";
import { annotate, bayesError, type HumanError, humanLevel, makeScenes } from "../../../lib/data/index.js";

const samples = 4000;
const scenes = makeScenes(samples, { ambiguity: 0.06, conditions: { night: { share: 0.5, severity: 4 } } });
const fiveErrors = (rate: number) => 5 * Math.sqrt((rate * (1 - rate)) / samples);
const rateOf = ({ errors, samples }: HumanError) => errors / samples;

test("an annotator without errors of their own is at the Bayes error, for nobody is below it", () => {
  const { annotators, team } = humanLevel(scenes, annotate(scenes, { annotators: [{ errorRate: 0 }] }));
  const expected = bayesError(scenes);
  expect(Math.abs(rateOf(annotators[0]!) - expected)).toBeLessThan(fiveErrors(expected));
  expect(team.errors).toBe(annotators[0]!.errors);
});

test("one with errors is above it: e + (1 − 2e) · Bayes, of three a majority is below each", () => {
  const rate = 0.1;
  const annotations = annotate(scenes, { annotators: Array(3).fill({ errorRate: rate }) });
  const { annotators, team } = humanLevel(scenes, annotations);
  const bayes = bayesError(scenes);
  for (const own of annotators) {
    const expected = rate + (1 - 2 * rate) * bayes;
    expect(Math.abs(rateOf(own) - expected)).toBeLessThan(fiveErrors(expected));
    expect([own.low < rateOf(own), own.high > rateOf(own)]).toEqual([true, true]);
  }
  const together = 3 * rate ** 2 * (1 - rate) + rate ** 3; // two or three of three are wrong
  const expected = together + (1 - 2 * together) * bayes;
  expect(Math.abs(rateOf(team) - expected)).toBeLessThan(fiveErrors(expected));
  expect(team.name).toBe("team of 3");
});

test("errors differ between annotators and follow tags: more by night", () => {
  const { votes, names } = annotate(scenes, {
    annotators: [{ name: "Ada", errorRate: 0.01, byTag: { night: 0.05 } }, { errorRate: 0.01 }],
  });
  expect(names).toEqual(["Ada", "annotator 2"]);
  const clear = scenes.tags.bayesPosterior!.map((eta) => Number(eta === 0 || eta === 1));
  const rateAt = (severity: number) => {
    const rows = Array.from(clear.keys()).filter((i) => clear[i] === 1 && scenes.tags.night![i] === severity);
    return rows.filter((i) => votes[0]![i] !== scenes.labels[i]).length / rows.length;
  };
  expect(Math.abs(rateAt(0) - 0.01)).toBeLessThan(fiveErrors(0.01) * 1.5);
  expect(Math.abs(rateAt(4) - 0.21)).toBeLessThan(fiveErrors(0.21) * 1.5);
  expect(votes[0]).not.toEqual(votes[1]);
});

test("annotations follow the seed, and no annotator hangs on the others", () => {
  const alone = annotate(scenes, { annotators: [{ errorRate: 0.2 }], seed: 3 }).votes[0];
  const first = annotate(scenes, { annotators: [{ errorRate: 0.2 }, { errorRate: 0.5 }], seed: 3 }).votes[0];
  expect(first).toEqual(alone);
  expect(annotate(scenes, { annotators: [{ errorRate: 0.2 }], seed: 4 }).votes[0]).not.toEqual(alone);
});

test.each<[object, string]>([
  [{ annotators: [] }, "no annotators"],
  [{ annotators: [{ errorRate: 5 }] }, "errorRate of annotator 1 is 5."],
  [{ annotators: [{ errorRate: 0.1, byTag: { nigth: 1 } }] }, 'write "night"'],
  [{ annotators: [{ errorRat: 0.1 }] }, 'write "errorRate"'],
])("annotate refuses %j", (options, message) => {
  expect(() => annotate(scenes, options as never)).toThrow(message);
});

test("humanLevel refuses the votes of another data set", () => {
  const annotations = annotate(makeScenes(10), { annotators: [{ errorRate: 0 }] });
  expect(() => humanLevel(scenes, annotations)).toThrow("votes on 10 samples; the data set has 4000");
});
