import { type Dataset, formatPercent, newcombeInterval } from "../../core/index.js";
import type { JudgedImage } from "./worst-errors.js";

/** How sure we are before we say that errors are commoner under a tag: tags are many. */
const confidence = 0.999;

/** How many errors there are, of which kind, and under which tag they are commoner than elsewhere. */
export function errorsReading(dataset: Dataset, judged: readonly JudgedImage[]): string {
  const wrong = judged.filter(({ label, predicted }) => label !== predicted);
  const count = (value: number): string => value.toLocaleString("en");
  if (wrong.length === 0) return `All ${count(judged.length)} images are right; shown are the least sure.`;
  const share = formatPercent(wrong.length / judged.length);
  const kinds = new Map<string, number>();
  for (const { label, predicted } of wrong) {
    const kind = `${label} → ${predicted}`;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const [[kind, times]] = [...kinds].sort((a, b) => b[1] - a[1]) as [[string, number]];
  const parts = [
    `${count(wrong.length)} of ${count(judged.length)} images are wrong (${share} %)`,
    `${count(times)} of them are ${kind}`,
    ...commonerUnder(dataset, judged),
  ];
  return `${parts.join("; ")}.`;
}

/** The tag under which (above 0) the error is most above that elsewhere, if chance does not explain it. */
function commonerUnder(dataset: Dataset, judged: readonly JudgedImage[]): string[] {
  let found: { low: number; text: string } | undefined;
  for (const [name, values] of Object.entries(dataset.tags)) {
    if (dataset.classes.includes(name)) continue; // the answer itself explains nothing
    const [under, elsewhere] = [tally(), tally()];
    for (const { row, label, predicted } of judged) {
      const side = values[row]! > 0 ? under : elsewhere;
      side.samples++;
      if (label !== predicted) side.errors++;
    }
    if (under.samples === 0 || elsewhere.samples === 0) continue;
    const { low } = newcombeInterval(elsewhere, under, { confidence });
    if (low <= (found?.low ?? 0)) continue;
    const [here, there] = [under, elsewhere].map(({ errors, samples }) => formatPercent(errors / samples));
    found = { low, text: `under ${name} the error is ${here} %, elsewhere ${there} %` };
  }
  return found === undefined ? [] : [found.text];
}

const tally = (): { errors: number; samples: number } => ({ errors: 0, samples: 0 });
