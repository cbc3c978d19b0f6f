/** Square roots of the shares of 4 × 4 × 4 colours in an image of bytes, shape [pixels, 3]. */
export function colourHistogram(image: ArrayLike<number>): number[] {
  const counts = new Array<number>(64).fill(0);
  for (let at = 0; at < image.length; at += 3)
    counts[(image[at]! >> 6) * 16 + (image[at + 1]! >> 6) * 4 + (image[at + 2]! >> 6)]!++;
  return counts.map((count) => Math.sqrt((count * 3) / image.length));
}

/** Fits ±1 labels by least squares with a small ridge; returns a function from features to 0 or 1. */
export function ridgeClassifier(
  features: number[][],
  labels: number[],
  ridge = 1,
): (row: number[]) => number {
  const rows = features.map((row) => [1, ...row]);
  const width = rows[0]!.length;
  const system = Array.from({ length: width }, (_, a) =>
    Array.from({ length: width + 1 }, (_, b) => (a === b ? ridge : 0)),
  );
  for (const [i, row] of rows.entries())
    for (let a = 0; a < width; a++) {
      for (let b = 0; b < width; b++) system[a]![b]! += row[a]! * row[b]!;
      system[a]![width]! += row[a]! * (labels[i]! * 2 - 1);
    }
  const weights = solve(system);
  const threshold = 0;
  return (row) => ([1, ...row].reduce((sum, value, a) => sum + value * weights[a]!, 0) > threshold ? 1 : 0);
}

/** Gauss's elimination; the ridge keeps every pivot above zero. */
function solve(system: number[][]): number[] {
  const width = system.length;
  for (let pivot = 0; pivot < width; pivot++)
    for (let below = pivot + 1; below < width; below++) {
      const factor = system[below]![pivot]! / system[pivot]![pivot]!;
      for (let b = pivot; b <= width; b++) system[below]![b]! -= factor * system[pivot]![b]!;
    }
  const weights = new Array<number>(width).fill(0);
  for (let a = width - 1; a >= 0; a--) {
    const known = weights.reduce((sum, weight, b) => sum + (b > a ? weight * system[a]![b]! : 0), 0);
    weights[a] = (system[a]![width]! - known) / system[a]![a]!;
  }
  return weights;
}

/** Mean over the two classes of the share that is right. */
export function balancedAccuracy(predicted: number[], labels: number[]): number {
  const share = (label: number) => {
    const own = labels.flatMap((value, i) => (value === label ? [predicted[i]!] : []));
    return own.filter((value) => value === label).length / own.length;
  };
  return (share(0) + share(1)) / 2;
}
