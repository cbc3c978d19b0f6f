/** What a pixel shows; conditions treat surfaces differently, and the person's mask is one of them. */
export const surface = {
  sky: 0,
  ground: 1,
  wall: 2,
  /** Glass behind which somebody is at home. */
  litWindow: 3,
  window: 4,
  thing: 5,
  /** What stands where a person might. */
  standIn: 6,
  person: 7,
} as const;

/** A thing that shines at night, in pixels of the canvas. */
export interface Lamp {
  readonly x: number;
  readonly y: number;
  /** Reach of its halo, in pixels. */
  readonly reach: number;
  /** Metres from the camera; a lamp behind something nearer is not seen. */
  readonly distance: number;
  readonly colour: Colour;
}

/** Red, green and blue, 0 (dark) to 1 (white). */
export type Colour = readonly [red: number, green: number, blue: number];

/** A square picture being drawn: colours, and for each pixel how far away it is and what it shows. */
export interface Canvas {
  /** Pixels along one side. */
  readonly size: number;
  /** Shape [size, size, 3]; 0 … 1, and above where something shines. */
  readonly colour: Float32Array;
  /** Shape [size, size]; metres from the camera. */
  readonly distance: Float32Array;
  /** Shape [size, size]; values of `surface`. */
  readonly surface: Uint8Array;
  /** Filled while drawing, read by night. */
  readonly lamps: Lamp[];
  /** Shape [size, size, 3]; where conditions may keep a copy. */
  readonly scratch: Float32Array;
  /** Shape [size]; for the row that a shape is painting, the share of each pixel that it covers, and how lit it is there. */
  readonly cover: Float64Array;
  readonly lit: Float64Array;
  /** Standard deviation of the sensor's noise, in units of `colour`; darkness raises it. */
  noise: number;
}

/** An empty canvas; one is enough for a whole data set, since every scene paints every pixel. */
export function makeCanvas(size: number): Canvas {
  return {
    size,
    colour: new Float32Array(size * size * 3),
    distance: new Float32Array(size * size),
    surface: new Uint8Array(size * size),
    lamps: [],
    scratch: new Float32Array(size * size * 3),
    cover: new Float64Array(size),
    lit: new Float64Array(size).fill(1),
    noise: 0,
  };
}
