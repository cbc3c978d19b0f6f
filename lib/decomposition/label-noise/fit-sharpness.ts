import { type Evidence, labelPosterior, type Sharpness } from "./label-posterior.js";

/** So many samples tell two numbers well enough. */
const enough = 4000;

const powers = [0.5, 0.7, 1, 1.4, 2, 2.8, 4, 5.6, 8];
const lapses = [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3];

/** The sharpness under which the given labels are likeliest, from the powers and lapses above; one after the other, twice. */
export function fitSharpness(evidence: Evidence, transition: Float64Array): Sharpness {
  const posterior = new Float64Array(evidence.classes);
  const step = Math.max(1, Math.floor(evidence.labels.length / enough));
  const likelihood = (sharpness: Sharpness): number => {
    let sum = 0;
    for (let row = 0; row < evidence.labels.length; row += step)
      sum += labelPosterior(evidence, row, transition, sharpness, posterior);
    return sum;
  };
  const best = (choices: readonly Sharpness[]): Sharpness => {
    const values = choices.map(likelihood);
    return choices[values.indexOf(Math.max(...values))]!;
  };
  let found: Sharpness = { power: 1, lapse: 0.02 };
  for (let turn = 0; turn < 2; turn++) {
    found = best(powers.map((power) => ({ ...found, power })));
    found = best(lapses.map((lapse) => ({ ...found, lapse })));
  }
  return found;
}
