import { changeRate } from "./behaviour.js";

/** What the least possible error follows from, before sensor noise. */
export interface TrajectoryOdds {
  readonly crossRate: number;
  /** Fewest and most steps; every length between is as likely. */
  readonly length: readonly [fewest: number, most: number];
}

/**
 * The least error that anybody can have who sees every act: the classes differ in the order of acts alone, so all that
 * counts of a sequence is how many of its changes go forward.
 *
 * Of m changes, a crosser's go forward with chance `order` each and anybody else's with 1 − order; the error is the sum
 * over m and forward changes of the rarer class's probability.
 */
export function expectedError(order: number, odds: TrajectoryOdds): number {
  const changes = changeProbabilities(odds.length);
  let error = 0;
  for (const [m, probability] of changes.entries())
    if (probability > 0) error += probability * errorOfChanges(m, order, odds.crossRate);
  return error;
}

/** The order whose expected error is `error`, by bisection: the error falls as the order rises. */
export function orderOfError(error: number, odds: TrajectoryOdds): number {
  let [low, high] = [0.5, 1];
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (expectedError(middle, odds) > error) low = middle;
    else high = middle;
  }
  return high;
}

function errorOfChanges(m: number, order: number, crossRate: number): number {
  let error = 0;
  for (let forward = 0; forward <= m; forward++) {
    const crosses = crossRate * binomial(m, forward, order);
    const stays = (1 - crossRate) * binomial(m, forward, 1 - order);
    error += Math.min(crosses, stays);
  }
  return error;
}

/** Probability of each number of changes, over all lengths. */
function changeProbabilities([fewest, most]: readonly [number, number]): Float64Array {
  const chances = new Float64Array(most);
  for (let steps = fewest; steps <= most; steps++)
    for (let m = 0; m < steps; m++) chances[m]! += binomial(steps - 1, m, changeRate) / (most - fewest + 1);
  return chances;
}

/** P(k of n) at chance p. */
function binomial(n: number, k: number, p: number): number {
  if (p === 0 || p === 1) return k === n * p ? 1 : 0;
  const logChoose = logFactorial(n) - logFactorial(k) - logFactorial(n - k);
  return Math.exp(logChoose + k * Math.log(p) + (n - k) * Math.log(1 - p));
}

const logFactorials = [0];

function logFactorial(n: number): number {
  for (let i = logFactorials.length; i <= n; i++) logFactorials.push(logFactorials[i - 1]! + Math.log(i));
  return logFactorials[n]!;
}
