/** The camera behind the windscreen. Places in the picture are shares of its side: 0 left or top, 1 right or bottom. */
export interface Camera {
  /** Height of the horizon in the picture. */
  readonly horizon: number;
  /** Where the road's edges meet. */
  readonly vanishing: number;
  /** Focal length, in picture sides. */
  readonly focal: number;
  /** Metres above the road. */
  readonly height: number;
  /** What a camera that looks down leaves of upright lengths, 0 … 1. */
  readonly squash: number;
}

/** Where a point `x` metres to the right of the camera's axis and `distance` metres ahead appears, from the left. */
export function across({ vanishing, focal }: Camera, x: number, distance: number): number {
  return vanishing + (focal * x) / distance;
}

/** Where the ground `distance` metres ahead appears, from the top. */
export function groundAt({ horizon, focal, height }: Camera, distance: number): number {
  return horizon + (focal * height) / distance;
}

/** The metres to the right of the camera's axis of what appears at `place` from the left, `distance` metres ahead. */
export function lateral({ vanishing, focal }: Camera, place: number, distance: number): number {
  return ((place - vanishing) * distance) / focal;
}

/** Where a point `up` metres above the ground, `distance` metres ahead, appears, from the top. */
export function heightAt(camera: Camera, up: number, distance: number): number {
  return groundAt(camera, distance) - (camera.focal * camera.squash * up) / distance;
}
