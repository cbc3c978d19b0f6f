import { afterEach, expect, test } from "vitest";
import { claim, rangeText } from "../../lib/course/index.js";

afterEach(() => {
  delete process.env.PESSIMIST_CLAIMS;
});

test("a value within what the text says is confirmed", () => {
  process.env.PESSIMIST_CLAIMS = "assert";
  expect(`${claim("test error", 0.0921, { between: [0.06, 0.14], as: "percent" })}`).toBe(
    "As the text says: test error is 9.2 %, within 6 to 14 %.",
  );
  expect(`${claim("first finding", "labels-misaligned", { is: "labels-misaligned" })}`).toContain(
    "As the text says",
  );
});

test("one outside fails a run of the course, and only a run of the course", () => {
  const outside = () => claim("test error", 0.21, { between: [0.06, 0.14], as: "percent" });
  expect(`${outside()}`).toContain("Here test error is 21.0 %; the text speaks of 6 to 14 %.");
  process.env.PESSIMIST_CLAIMS = "assert";
  expect(outside).toThrow('the claim "test error" does not hold: it is 21.0 %');
  expect(() => claim("first finding", undefined, { is: "dead-units" })).toThrow("it is undefined");
  expect(() => claim("loss", Number.NaN, { between: [0, 1] })).toThrow("it is NaN");
});

test("a range is written as the text needs it", () => {
  expect(rangeText({ between: [2.2, 2.5] })).toBe("2.2 to 2.5");
  expect(rangeText({ between: [0.06, 0.145], as: "percent" })).toBe("6 to 14.5 %");
  expect(rangeText({ between: [61706, 61706] })).toBe("61,706");
});
