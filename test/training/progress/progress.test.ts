import { expect, test } from "vitest";
import type { DisplayBundle } from "../../../lib/core/index.js";
import { historyTable } from "../../../lib/training/index.js";
import { CellProgress } from "../../../lib/training/progress/cell-progress.js";
import { ProgressPrinter } from "../../../lib/training/progress/progress-printer.js";
import { secondsText } from "../../../lib/training/progress/seconds-text.js";
import { makeHistory } from "../../support/histories.js";

const report = {
  ...{ epoch: 2, epochs: 10, step: 1234, steps: 5000, loss: 0.61234, learningRate: 1e-3 },
  ...{ samplesPerSecond: 4321.9, secondsLeft: 75 },
};
const history = makeHistory({ train: [0.3, 0.12], trainVal: [0.31, 0.15] });

/** A stream that keeps what is written to it. */
const stream = (isTTY: boolean, columns = 80) => {
  const written: string[] = [];
  return { isTTY, columns, written, write: (text: string) => void written.push(text) };
};

test("on a terminal one line moves, and each epoch leaves a line", () => {
  const terminal = stream(true);
  const printer = new ProgressPrinter(terminal, () => 0);
  printer.step(() => report);
  printer.epoch(history, { epochs: 10, secondsLeft: 61 });
  printer.end();
  expect(terminal.written).toEqual([
    "\r\u001b[Kepoch 2/10  update 1,234/5,000  loss 0.612  4,322 samples/s  1:15 left",
    "\r\u001b[Kepoch  2/10  train loss 0.480 error 12.0 %  trainVal loss 0.600 error 15.0 %  1,235 samples/s  1:01 left\n",
    "\r\u001b[K",
  ]);
});

test("the moving line fits the terminal, and is written ten times a second at most", () => {
  const terminal = stream(true, 20);
  let now = 0;
  const printer = new ProgressPrinter(terminal, () => now);
  let made = 0;
  for (; now < 1000; now++)
    printer.step(() => {
      made++;
      return report;
    });
  expect(made).toBe(10);
  expect(terminal.written).toHaveLength(10);
  expect(terminal.written[0]!.replace("\r\u001b[K", "")).toHaveLength(19);
});

test("in a file or a pipe there is one plain line an epoch", () => {
  const pipe = stream(false);
  const printer = new ProgressPrinter(pipe, () => 0);
  printer.step(() => report);
  printer.epoch(history, { epochs: 2, secondsLeft: 0 });
  printer.end();
  expect(pipe.written).toEqual([
    "epoch 2/2  train loss 0.480 error 12.0 %  trainVal loss 0.600 error 15.0 %  1,235 samples/s\n",
  ]);
});

test("in a notebook one output is redrawn in place, with a line for each epoch", () => {
  const shown: DisplayBundle[] = [];
  let now = 0;
  const progress = new CellProgress(
    (bundle) => shown.push(bundle),
    () => now,
  );
  progress.step(() => report);
  progress.step(() => report); // too soon
  now = 300;
  progress.epoch(history, { epochs: 2, secondsLeft: 0 });
  progress.end();
  expect(shown.map(({ update }) => update)).toEqual([false, true, true]);
  expect(new Set(shown.map(({ displayId }) => displayId)).size).toBe(1);
  expect(shown[0]!.data["text/plain"]).toMatch(/^█{5}▉░{18} epoch 2\/10 {2}update 1,234/); // 1,234 of 5,000
  expect(shown[2]!.data["text/plain"]).toMatch(/^epoch 2\/2 {2}train loss 0.480[^\n]*$/);
});

test("in a cell a long training keeps the lines of its last epochs, and counts the others", () => {
  const shown: string[] = [];
  const progress = new CellProgress(
    ({ data }) => shown.push(String(data["text/plain"])),
    () => 0,
  );
  for (let epoch = 1; epoch <= 12; epoch++) progress.epoch(history, { epochs: 12, secondsLeft: 0 });
  progress.end();
  const lines = shown.at(-1)!.split("\n");
  expect(lines).toHaveLength(11);
  expect(lines[0]).toBe("… 2 epochs before");
});

test("times are shown as a clock shows them, and as ? where the pace is not known yet", () => {
  expect([0.4, 59.6, 3600, Number.NaN].map(secondsText)).toEqual(["0:00", "1:00", "1:00:00", "?"]);
});

test("historyTable has every number of an epoch in one flat row, and no columns for splits that were not scored", () => {
  const row = historyTable(history)[1]!;
  expect(row).toEqual({
    ...{
      epoch: 2,
      runningLoss: 1,
      trainLoss: 0.48,
      trainError: 0.12,
      trainValLoss: 0.6,
      trainValError: 0.15,
    },
    ...{ seconds: 1, samplesPerSecond: 1234.5 },
  });
});
