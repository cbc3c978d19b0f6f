import { expect, test } from "vitest";
import { checkInitialLoss } from "../../../lib/debugging/index.js";

test("checkInitialLoss(loss, classes) finds nothing at ln(classes), nor where He's start puts it", () => {
  expect(checkInitialLoss(Math.log(10), 10)).toEqual([]);
  expect(checkInitialLoss(Math.log(10) + 1, 10)).toEqual([]); // logits of variance 2 add about 1 nat
  expect(checkInitialLoss(Math.log(2), 2)).toEqual([]);
});

test("checkInitialLoss(loss, classes) names the initialization when the loss is several times a guess's", () => {
  const [finding] = checkInitialLoss(15.2, 10);
  expect(finding).toMatchObject({ code: "initialization-scale", severity: "warning", where: "loss" });
  expect(finding!.evidence).toBe("its loss is 15.2; a uniform guess, 1/10 for each class, costs 2.30.");
});

test("checkInitialLoss(loss, classes) only notes a network that knows more than a guess", () => {
  expect(checkInitialLoss(0.1, 10)).toMatchObject([{ code: "label-leak", severity: "note" }]);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])(
  "checkInitialLoss(%d, classes) names the numerics",
  (loss) => {
    expect(checkInitialLoss(loss, 10)).toMatchObject([{ code: "numerics-non-finite", severity: "error" }]);
  },
);

test("checkInitialLoss(loss, classes, { expected }) takes another loss's guess", () => {
  expect(checkInitialLoss(0.09, 10, { expected: 0.09 })).toEqual([]);
});
