import type { Colour } from "../raster/index.js";

/** How a figure appears, apart from what it is; conditions change it, for persons and stand-ins alike. */
export interface Manner {
  /** How far from upright the pose is: 0 walking or standing, 1 crouching, leaping or fallen. Stand-ins have none. */
  readonly pose: number;
  /** 0 … 1; picks which unusual pose. */
  readonly poseChoice: number;
  /** How far the colours go towards those behind the figure, 0 … 1. */
  readonly camouflage: number;
  /** The mean colour of what is behind it. */
  readonly backdrop: Colour;
}

/** How everybody appears where no condition says otherwise. */
export const ordinary: Manner = { pose: 0, poseChoice: 0, camouflage: 0, backdrop: [0, 0, 0] };
