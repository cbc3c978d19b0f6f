import { type ErrorTermName, errorTermLabels, formatPercent } from "../../core/index.js";
import type { LadderCell, LadderStage } from "./ladder-over-time-rows.js";

/** From where to where the test error went, which change took most and from which term, and what rose most beyond chance. */
export function ladderOverTimeReading(stages: readonly LadderStage[]): string {
  const scale = Math.max(...stages.flatMap(({ cells }) => cells.map(({ high }) => high)));
  const points = (rate: number) => formatPercent(rate, scale);
  const test = ({ cells }: LadderStage) => cells.at(-1)!.estimate;
  const [first, last] = [stages[0]!, stages.at(-1)!];
  const head = `Test error went from ${points(test(first))} to ${points(test(last))} % in ${stages.length - 1} ${stages.length === 2 ? "change" : "changes"}`;
  const steps = stages
    .slice(1)
    .map((stage, i) => ({ stage, before: stages[i]!, by: test(stages[i]!) - test(stage) }));
  const best = steps.reduce((most, step) => (step.by > most.by ? step : most), steps[0]!);
  if (best === undefined || best.by <= 0) return `${head}; none of them lowered it.`;
  const moved = best.stage.cells.slice(0, -1).filter(({ move }) => move === "fell");
  const how = moved.map(
    (cell) => `${label(cell)} ${points(of(best.before, cell).estimate)} to ${points(cell.estimate)}`,
  );
  const through = how.length === 0 ? "by no single term beyond chance" : how.join(", ");
  const risen = steps.flatMap(({ stage, before }) =>
    stage.cells
      .slice(0, -1)
      .filter(({ move }) => move === "rose")
      .map((cell) => ({ stage: stage.stage, cell, by: cell.estimate - of(before, cell).estimate })),
  );
  const worst = risen.sort((a, b) => b.by - a.by)[0];
  const rose =
    worst === undefined
      ? ""
      : `; what rose most is ${label(worst.cell)}, by ${points(worst.by)} points with ${worst.stage}`;
  const chance = best.stage.cells.at(-1)!.move === "fell" ? "" : " (within chance)";
  return `${head}; most with ${best.stage.stage}, ${points(best.by)} points${chance}: ${through}${rose}.`;
}

const label = ({ name }: LadderCell): string => errorTermLabels[name as ErrorTermName];

const of = ({ cells }: LadderStage, { name }: LadderCell): LadderCell =>
  cells.find((cell) => cell.name === name) ?? cells[0]!;
