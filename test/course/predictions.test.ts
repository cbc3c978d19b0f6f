import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { sqliteModule } from "../../lib/core/index.js";
import { plotPredictions, predict, progressFile, reset, score } from "../../lib/course/index.js";
import { bits } from "../../lib/course/predictions/bits.js";
import { predictionsReading } from "../../lib/course/predictions/prediction-rows.js";
import { questions } from "../../lib/course/predictions/questions.js";
import { emptyHome } from "./home.js";

const home = emptyHome();
afterEach(() => vi.restoreAllMocks());

test("a prediction is committed, then held against the result", async () => {
  expect(`${await predict("00.1", { choice: "model", sure: 0.7 })}`).toBe(
    'Committed: faulty run with the lowest loss, "model", 70 % sure.',
  );
  // Four answers: log2(0.7 · 4) = 1.49 bits.
  expect(`${await score("00.1", "model")}`).toContain("right, worth 1.5 bits");
});

test("a wrong prediction costs the more the surer it was", async () => {
  await predict("01.1", { between: [0, 0.05], sure: 0.9 });
  // A tenth of the belief over 0.45 of 0.5: log2(0.1 / 0.9) = −3.17 bits.
  expect(`${await score("01.1", 0.2)}`).toContain(
    "20.0 %. You said 0.0 % to 5.0 %, 90 % sure: wrong, worth −3.2 bits",
  );
});

test("it may be changed until the result is known, and not afterwards", async () => {
  await predict("00.1", { choice: "bug", sure: 0.5 });
  await predict("00.1", { choice: "model", sure: 0.6 });
  await score("00.1", "dataset");
  expect(`${await predict("00.1", { choice: "dataset", sure: 0.99 })}`).toContain(
    'your first prediction counts: "model", 60 % sure',
  );
  expect(`${await score("00.1", "model")}`).toContain("You said");
  expect(`${await score("00.1", "model")}`).toContain("wrong");
});

test("what is predicted after the result counts for nothing", async () => {
  expect(`${await score("00.1", "model")}`).toContain("You had not committed to anything");
  expect(`${await predict("00.1", { choice: "model", sure: 0.9 })}`).toContain("nothing counts");
});

test("without a prediction the cell says how to type one", async () => {
  expect(`${await predict("00.1", {})}`).toContain('predict("00.1", { choice: "bug", sure: 0.7 })');
  expect(`${await predict("01.1")}`).toContain("between: [0.125, 0.25]");
  for (const { id, answers } of questions) {
    const text = (await predict(id)).text;
    const typed = /\{ .*? \}/.exec(text)![0];
    expect("from" in answers).toBe(typed.includes("between"));
    expect(`${await predict(id, new Function(`return (${typed})`)())}`).toContain("Committed");
  }
});

test.each([
  ["00.1", { choice: "modle", sure: 0.5 }, /write choice: "model"/],
  ["00.1", { between: [0, 1], sure: 0.5 }, /got no choice/],
  ["01.1", { choice: "low", sure: 0.5 }, /got no interval/],
  ["01.1", { between: [0.2, 0.1], sure: 0.5 }, /the lower one first/],
  ["00.1", { choice: "bug", sure: 1 }, /up to 0\.99/],
  ["00.1", { choice: "bug" }, /got sure: undefined/],
  ["00.1", { choice: "bug", shure: 0.5 }, /"sure" instead of "shure"/],
  ["00.7", { choice: "bug", sure: 0.5 }, /the question "00\.7"/],
])("predict(%s, %j) is refused with what to write", async (id, prediction, message) => {
  await expect(predict(id, prediction as object)).rejects.toThrow(message);
});

test("knowing nothing is worth 0 bits, and honesty pays best", () => {
  const question = { id: "1", about: "dice", answers: ["1", "2", "3", "4", "5", "6"] };
  expect(bits(question, { choice: "1", sure: 1 / 6 }, "4")).toBeCloseTo(0, 12);
  const expected = (sure: number) =>
    0.7 * bits(question, { choice: "1", sure }, "1") + 0.3 * bits(question, { choice: "1", sure }, "2");
  for (const dishonest of [0.5, 0.65, 0.75, 0.95]) expect(expected(dishonest)).toBeLessThan(expected(0.7));
});

test("the figure has a row for each question of its notebook, and its reading compares sure with right", async () => {
  await predict("00.1", { choice: "model", sure: 0.9 });
  await score("00.1", "bug");
  const figure = await plotPredictions("00");
  expect(figure.data[0]).toMatchObject({ x: [expect.any(Number), 0], y: [1, 0] });
  expect(figure.reading).toContain("0 of 1 predictions were right, and you had been 90 % sure");
  expect(figure.reading).toContain("overconfident");
  expect((await plotPredictions()).data[0]!.y).toHaveLength(questions.length);
});

test("the reading tells overconfidence from too few predictions", () => {
  const row = (hit: boolean, sure: number) => ({ about: "", bits: 0, hit, sure });
  const rows = (right: number, wrong: number, sure: number) =>
    Array.from({ length: right + wrong }, (_, i) => row(i < right, sure));
  expect(predictionsReading(rows(10, 10, 0.9))).toContain("overconfident");
  expect(predictionsReading(rows(19, 1, 0.5))).toContain("underconfident");
  expect(predictionsReading(rows(3, 1, 0.8))).toContain("cannot tell");
  expect(predictionsReading([{ about: "" }])).toContain("None of the 1 questions");
});

test("progress is resettable by notebook and in all", async () => {
  await predict("00.1", { choice: "bug", sure: 0.5 });
  await predict("01.1", { between: [0.1, 0.2], sure: 0.5 });
  expect(`${await reset({ notebook: "00" })}`).toContain("1 predictions");
  expect((await plotPredictions()).reading).toContain("None");
  await score("00.1", "bug");
  await score("01.1", 0.15);
  expect((await plotPredictions()).reading).toContain("1 of 1");
  await reset();
  expect((await plotPredictions()).reading).toContain("None");
  await expect(reset({ notbook: "00" } as object)).rejects.toThrow('"notebook" instead of "notbook"');
});

test.each([
  [
    "a file that is no database",
    (path: string) => writeFileSync(path, "not a database".repeat(100)),
    "no database",
  ],
  ["a damaged one", (path: string) => writeFileSync(path, damaged), /damaged|no database/],
])("%s gives one message, and the notebook goes on", async (_, spoil, reason) => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  spoil(progressFile());
  await predict("00.1", { choice: "bug", sure: 0.5 });
  expect(`${await score("00.1", "bug")}`).toContain("right");
  expect((await plotPredictions()).reading).toContain("1 of 1");
  expect(warn).toHaveBeenCalledTimes(1);
  expect(warn.mock.calls[0]![0]).toMatch(reason);
  expect(warn.mock.calls[0]![0]).toContain("The notebook goes on");
  await reset();
  await predict("00.1", { choice: "bug", sure: 0.5 });
  expect(warn).toHaveBeenCalledTimes(1);
  expect(readFileSync(progressFile()).subarray(0, 15).toString()).toBe("SQLite format 3");
});

/** The head of a database, and then nothing that belongs to it. */
const damaged = Buffer.concat([
  Buffer.from("SQLite format 3\0"),
  Buffer.from([16, 0, 1, 1, 0, 64, 32, 32]),
  Buffer.alloc(8192, 255),
]);

test("a folder that cannot be made gives one message, and the notebook goes on", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  writeFileSync(join(home.path, "file"), "");
  process.env.PESSIMIST_HOME = join(home.path, "file", "home");
  await predict("00.1", { choice: "bug", sure: 0.5 });
  expect(`${await score("00.1", "model")}`).toContain("wrong");
  expect(warn).toHaveBeenCalledTimes(1);
  expect(warn.mock.calls[0]![0]).toContain("set PESSIMIST_HOME");
});

test("a store that another program keeps locked gives one message, and the notebook goes on", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const holder = new (await sqliteModule())(progressFile());
  holder.exec("CREATE TABLE held (x); BEGIN EXCLUSIVE");
  await predict("00.1", { choice: "bug", sure: 0.5 });
  holder.exec("ROLLBACK");
  holder.close();
  expect(warn.mock.calls.map(([message]) => message)).toEqual([expect.stringContaining("keeps it locked")]);
});

test("two notebooks write at once, and nothing is lost", async () => {
  const number = questions.filter(({ answers }) => "from" in answers);
  await Promise.all(
    number.map(({ id, answers }) =>
      predict(id, { between: [0, (answers as { to: number }).to / 2], sure: 0.5 }),
    ),
  );
  await Promise.all(number.map(({ id }) => score(id, 0)));
  expect((await plotPredictions()).reading).toContain(`${number.length} of ${number.length}`);
});
