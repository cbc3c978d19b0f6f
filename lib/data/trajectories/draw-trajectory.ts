import { integerBelow, normal, type RandomSource, randomSource } from "../../core/index.js";
import { acts, changeChance, looksOf, stepSeconds } from "./behaviour.js";
import type { TrajectorySettings } from "./trajectory-options.js";

/** What each step says, in this order; positions in tens of metres, so that all are of about the size of 1. */
export const features = ["along", "across", "speed", "headTurn"] as const;

/** What is decided of a person before the first step. */
export interface Person {
  readonly willCross: boolean;
  readonly label: number;
  readonly steps: number;
}

/** Draws who person `index` is. */
export function drawPerson(index: number, settings: TrajectorySettings): Person {
  const { seed, crossRate, labelNoise, length } = settings;
  const random = randomSource(seed, "trajectory", index, "person");
  const willCross = random() < crossRate;
  const isFlipped = random() < labelNoise;
  const [fewest, most] = length;
  const steps = fewest + integerBelow(most - fewest + 1, random);
  return { willCross, label: willCross === isFlipped ? 0 : 1, steps };
}

/**
 * Draws what is seen of person `index`, step by step; shape [steps, features].
 *
 * The tracker adds up the speeds that it sees, so positions hold nothing that speeds do not; where the person started, and
 * how the path meanders, is as likely for both classes.
 */
export function drawTrajectory(index: number, settings: TrajectorySettings): Float32Array {
  const { seed, noise, shift, order } = settings;
  const { willCross, steps } = drawPerson(index, settings);
  const walk = randomSource(seed, "trajectory", index, "walk");
  const sensor = randomSource(seed, "trajectory", index, "sensor");
  const place = randomSource(seed, "trajectory", index, "place");
  const direction = place() < 0.5 ? -1 : 1;
  let along = 20 * place() - 10; // metres along the pavement, from abreast of the car
  let across = 1 + 4 * place(); // metres to the kerb
  let act = integerBelow(acts, walk);
  const rows = new Float32Array(steps * features.length);
  for (let step = 0; step < steps; step++) {
    if (step > 0) act = nextAct(act, willCross, order, walk);
    const look = looksOf(act, shift);
    const speed = look.speed + noise * normal(sensor);
    const headTurn = look.headTurn + noise * normal(sensor);
    along += direction * speed * stepSeconds;
    across += 0.05 * normal(place);
    rows.set([along / 10, across / 10, speed, headTurn], step * features.length);
  }
  return rows;
}

function nextAct(from: number, willCross: boolean, order: number, random: RandomSource): number {
  let drawn = random();
  for (let to = 0; to < acts; to++) {
    drawn -= changeChance(from, to, willCross, order);
    if (drawn < 0) return to;
  }
  return from;
}
