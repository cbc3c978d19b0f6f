import * as dfd from "danfojs-node";
import { expect, test } from "vitest";
import { describeValue } from "../../../lib/kernel/values/describe-value.js";

test("a data frame is shown as an HTML table, and as text for front ends without HTML", async () => {
  const { data } = await describeValue(new dfd.DataFrame([{ epoch: 1, error: "5 <b>%</b>" }]));
  expect(data["text/html"]).toBe(
    "<table><thead><tr><td></td><th>epoch</th><th>error</th></tr></thead><tbody><tr><th>0</th><td>1</td><td>5 &lt;b&gt;%&lt;/b&gt;</td></tr></tbody></table><p>1 rows × 2 columns</p>",
  );
  expect(data["text/plain"]).toBe("   epoch       error\n0      1  5 <b>%</b>\n1 rows × 2 columns");
});

test("a long data frame is cut in the middle, and says how long it is", async () => {
  const { data } = await describeValue(new dfd.DataFrame(Array.from({ length: 500 }, (_, i) => ({ i }))));
  const rows = [...String(data["text/html"]).matchAll(/<tr><th>(\d+)<\/th>/g)].map((match) =>
    Number(match[1]),
  );
  expect(rows).toHaveLength(20);
  expect(rows.at(-1)).toBe(499);
  expect(data["text/html"]).toContain("500 rows × 1 columns");
});

test("a value that says how it is shown is shown so", async () => {
  const own = { [Symbol.for("Jupyter.display")]: () => ({ "text/html": "<i>own</i>" }) };
  expect((await describeValue(own)).data["text/html"]).toBe("<i>own</i>");
});
