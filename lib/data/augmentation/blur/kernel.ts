/** One weight of a kernel, `x` pixels to the right of and `y` below the pixel that it counts for. */
export interface Tap {
  readonly x: number;
  readonly y: number;
  readonly weight: number;
}

/** How far a kernel reaches to either side. */
export interface Reach {
  readonly x: number;
  readonly y: number;
}

/** The furthest that any weight lies. */
export function reachOf(taps: readonly Tap[]): Reach {
  return {
    x: Math.max(...taps.map(({ x }) => Math.abs(x))),
    y: Math.max(...taps.map(({ y }) => Math.abs(y))),
  };
}
