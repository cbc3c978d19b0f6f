import { expect, test } from "vitest";
import { rangeText } from "../../lib/course/index.js";
import { bindClaims, claimsOf } from "../../scripts/course/bind-claims.mjs";
import type { Cell } from "../../scripts/course/percent-format.mjs";

const prose = (source: string): Cell => ({ kind: "markdown", tags: [], source });
const code = (source: string): Cell => ({ kind: "code", tags: [], source });

test("the prose takes its numbers from the claims, wherever their cells stand", () => {
  const cells = [
    prose("LeNet errs on {{test error}}, and {{finding}} is found."),
    code('course.claim("test error", f(log, [1]).error, { between: [0.06, 0.145], as: "percent" });'),
    code(
      'course.claim("finding", found[0]?.code, { is: "dead-units" });\ncourse.claim("n", n, { between: [61_706, 61_706] });',
    ),
  ];
  expect(bindClaims(cells)[0]!.source).toBe("LeNet errs on 6 to 14.5 %, and dead-units is found.");
  expect(Object.fromEntries(claimsOf(cells))).toEqual({
    "test error": rangeText({ between: [0.06, 0.145], as: "percent" }),
    finding: rangeText({ is: "dead-units" }),
    n: rangeText({ between: [61_706, 61_706] }),
  });
});

test("a number that no cell claims is refused", () => {
  expect(() => bindClaims([prose("errs on {{tset error}}")])).toThrow("no cell claims it");
});

test("code stays as it is", () => {
  const cell = code("const braces = `{{x}}`;");
  expect(bindClaims([cell])).toEqual([cell]);
});
