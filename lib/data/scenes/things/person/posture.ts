import type { RandomSource } from "../../../../core/index.js";
import { between, chance } from "../../draws.js";
import type { Joint } from "../../raster/index.js";
import type { Manner } from "../manner.js";
import { type Attitude, attitudes } from "./attitudes.js";

/** Where a body's parts are, in body heights; angles are tangents of their halves, as in `swung`. */
export interface Posture {
  /** 1 walks to the right, −1 to the left. */
  readonly facing: number;
  readonly hips: readonly [x: number, y: number];
  /** The spine's direction, of length 1. */
  readonly up: readonly [x: number, y: number];
  readonly front: readonly [thigh: number, shin: number];
  readonly back: readonly [thigh: number, shin: number];
  /** How far the arms do as the pose wants instead of whatever they like, 0 … 1, and what it wants. */
  readonly pose: number;
  readonly arms: readonly [upper: number, lower: number];
}

const thighLength = 0.25;
const shinLength = 0.22;

/** Draws a step and a lean, and takes the body as far from upright as its manner says. */
export function drawPosture(random: RandomSource, { pose, poseChoice }: Manner): Posture {
  const facing = chance(0.5, random) ? 1 : -1;
  const stride = between(0.1, 0.27, random);
  const knee = between(0, 0.25, random);
  const lean = between(-0.045, 0.045, random);
  const walking: Omit<Attitude, "arms" | "lift"> = {
    lean,
    front: [stride, stride * 0.6],
    back: [-stride, -stride - knee],
  };
  const wanted = attitudes[Math.floor(poseChoice * attitudes.length)]!;
  const towards = (from: number, to: number): number => from + (to - from) * pose;
  const front = [
    towards(walking.front[0], wanted.front[0]),
    towards(walking.front[1], wanted.front[1]),
  ] as const;
  const back = [towards(walking.back[0], wanted.back[0]), towards(walking.back[1], wanted.back[1])] as const;
  const tilt = towards(lean, wanted.lean) * (pose === 0 ? 1 : facing);
  const whole = 1 + tilt * tilt;
  return {
    facing,
    hips: [0, Math.max(reach(front), reach(back), 0.08) + 0.025 + wanted.lift * pose],
    up: [(2 * tilt) / whole, (1 - tilt * tilt) / whole],
    front: [front[0] * facing, front[1] * facing],
    back: [back[0] * facing, back[1] * facing],
    pose,
    arms: wanted.arms,
  };
}

/** How far below the hips a leg ends. */
function reach([thigh, shin]: readonly [number, number]): number {
  return thighLength * cosine(thigh) + shinLength * cosine(shin);
}

function cosine(halfTangent: number): number {
  return (1 - halfTangent * halfTangent) / (1 + halfTangent * halfTangent);
}

/** A joint there, with its radius. */
export function jointOn(posture: Posture, along: number, aside: number, radius: number): Joint {
  const [x, y] = onBody(posture, along, aside);
  return [x, y, radius];
}

/** The point `along` the spine from the hips, `aside` to its right. */
export function onBody({ hips, up }: Posture, along: number, aside: number): [x: number, y: number] {
  return [hips[0] + up[0] * along + up[1] * aside, hips[1] + up[1] * along - up[0] * aside];
}
