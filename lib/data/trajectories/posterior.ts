import { acts, changeChance, looksOf } from "./behaviour.js";
import { features } from "./draw-trajectory.js";
import type { TrajectorySettings } from "./trajectory-options.js";

/** Sensors better than this are taken to be this good: a density needs some width. */
const leastNoise = 1e-6;

/**
 * P(crosses), given everything that is seen of one person: exact, by the forward algorithm over the acts that are not seen.
 *
 * Positions add nothing: where the person is follows from the speeds that are seen, and from chance.
 *
 * @param steps - the person's real steps, shape [steps, features]
 * @see L. Rabiner, "A Tutorial on Hidden Markov Models" (1989), section III.A
 */
export function posterior(steps: Float32Array, settings: TrajectorySettings): number {
  const { crossRate } = settings;
  if (crossRate === 0 || crossRate === 1) return crossRate;
  const logOdds =
    Math.log(crossRate / (1 - crossRate)) +
    logLikelihood(steps, true, settings) -
    logLikelihood(steps, false, settings);
  return 1 / (1 + Math.exp(-logOdds));
}

/** log P(steps | class), up to a constant that both classes share. */
function logLikelihood(
  steps: Float32Array,
  willCross: boolean,
  { order, noise, shift }: TrajectorySettings,
): number {
  const variance = Math.max(noise, leastNoise) ** 2;
  const looks = Array.from({ length: acts }, (_, act) => looksOf(act, shift));
  let belief = new Array<number>(acts).fill(1 / acts);
  let total = 0;
  for (let start = 0; start < steps.length; start += features.length) {
    const speed = steps[start + features.indexOf("speed")]!;
    const headTurn = steps[start + features.indexOf("headTurn")]!;
    const exponents = looks.map(
      (look) => -((speed - look.speed) ** 2 + (headTurn - look.headTurn) ** 2) / (2 * variance),
    );
    const greatest = Math.max(...exponents); // the same in both classes, so it may be left out
    const before = belief;
    const joint = exponents.map((exponent, act) => {
      const arrived =
        start === 0
          ? before[act]!
          : before.reduce((sum, share, from) => sum + share * changeChance(from, act, willCross, order), 0);
      return arrived * Math.exp(exponent - greatest);
    });
    const sum = joint.reduce((a, b) => a + b, 0);
    // An order of acts that this class never shows.
    if (sum === 0) return Number.NEGATIVE_INFINITY;
    total += Math.log(sum);
    belief = joint.map((value) => value / sum);
  }
  return total;
}
