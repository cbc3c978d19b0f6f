import { expect, test } from "vitest";
import { tidyQuickInfo } from "../../lib/kernel/cells/tidy-quick-info.js";

test("a tooltip has whole paragraphs, its parameters below them, and nothing of how a name was imported", () => {
  const told = `(alias) function fit(
    model: Model
): Promise<History>
export fit

Trains a classifier; by default with
the plainest recipe.

Lists stay:
- one, which
  goes on
- two
@param model - from [batch] to
  probabilities
@param train - the set`;
  expect(tidyQuickInfo(() => told, {})).toBe(`function fit(
    model: Model
): Promise<History>

Trains a classifier; by default with the plainest recipe.

Lists stay:
- one, which goes on
- two

@param model - from [batch] to probabilities
@param train - the set`);
});

test("each tag has its name, as @param has it by itself", () => {
  const tags = [
    { name: "param", text: [{ text: "x - a number" }] },
    { name: "throws", text: [{ text: "RangeError below zero" }] },
    { name: "internal" },
  ];
  const print = (info: object) =>
    JSON.stringify((info as { tags: typeof tags }).tags.map(({ text }) => text));
  expect(tidyQuickInfo(print, { tags })).toBe(
    JSON.stringify([
      [{ text: "x - a number" }],
      [{ text: "@throws " }, { text: "RangeError below zero" }],
      null,
    ]),
  );
});
