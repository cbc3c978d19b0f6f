import { type EpochRecord, formatPercent } from "../../core/index.js";
import { secondsText } from "./seconds-text.js";
import type { StepReport } from "./step-report.js";

const speedText = (samplesPerSecond: number): string =>
  `${Math.round(samplesPerSecond).toLocaleString("en")} samples/s`;

/** A training in mid-epoch, in one line. */
export function stepText({
  epoch,
  epochs,
  step,
  steps,
  loss,
  samplesPerSecond,
  secondsLeft,
}: StepReport): string {
  const parts = [
    `epoch ${epoch}/${epochs}`,
    `update ${step.toLocaleString("en")}/${steps.toLocaleString("en")}`,
    `loss ${loss.toPrecision(3)}`,
    speedText(samplesPerSecond),
    `${secondsText(secondsLeft)} left`,
  ];
  return parts.join("  ");
}

/** An epoch that has ended, in one line. */
export function epochText(record: EpochRecord, epochs: number, secondsLeft: number): string {
  const { train, trainVal, testVal } = record;
  const splits = Object.entries({ train, trainVal, testVal }).flatMap(([name, scores]) =>
    scores === undefined
      ? []
      : [`${name} loss ${scores.loss.toPrecision(3)} error ${formatPercent(scores.error)} %`],
  );
  const left = record.epoch < epochs ? [`${secondsText(secondsLeft)} left`] : [];
  const head = `epoch ${String(record.epoch).padStart(String(epochs).length)}/${epochs}`;
  return [head, ...splits, speedText(record.samplesPerSecond), ...left].join("  ");
}
