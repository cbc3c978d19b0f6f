/** Square roots of the shares of 4 × 4 × 4 colours in an image of bytes, shape [pixels, 3]. */
export function colourHistogram(image: ArrayLike<number>): number[] {
  const counts = new Array<number>(64).fill(0);
  for (let at = 0; at < image.length; at += 3)
    counts[(image[at]! >> 6) * 16 + (image[at + 1]! >> 6) * 4 + (image[at + 2]! >> 6)]!++;
  return counts.map((count) => Math.sqrt((count * 3) / image.length));
}

/** Fits ±1 labels by least squares with a small ridge; returns a function from features to 0 or 1. */
export function ridgeClassifier(
  features: readonly ArrayLike<number>[],
  labels: ArrayLike<number>,
): (row: ArrayLike<number>) => number {
  const score = ridgeRegression(features, labels, 1);
  return (row) => (score(row) > 0 ? 1 : 0);
}

/** Fits ±1 labels by least squares; returns a function from features to a score, above 0 for label 1. */
export function ridgeRegression(
  features: readonly ArrayLike<number>[],
  labels: ArrayLike<number>,
  ridge: number,
): (row: ArrayLike<number>) => number {
  const width = features[0]!.length + 1;
  const system = Array.from({ length: width }, (_, a) => {
    const equation = new Float64Array(width + 1);
    equation[a] = ridge;
    return equation;
  });
  const row = new Float64Array(width);
  row[0] = 1;
  for (const [i, values] of features.entries()) {
    row.set(values, 1);
    const target = labels[i]! * 2 - 1;
    for (let a = 0; a < width; a++) {
      const value = row[a]!;
      const equation = system[a]!;
      for (let b = a; b < width; b++) equation[b] = equation[b]! + value * row[b]!;
      equation[width] = equation[width]! + value * target;
    }
  }
  for (let a = 0; a < width; a++) for (let b = 0; b < a; b++) system[a]![b] = system[b]![a]!;
  const weights = solve(system);
  return (values) => {
    let sum = weights[0]!;
    for (let a = 1; a < width; a++) sum += values[a - 1]! * weights[a]!;
    return sum;
  };
}

/** Gauss's elimination; the ridge keeps every pivot above zero. */
function solve(system: Float64Array[]): Float64Array {
  const width = system.length;
  for (let pivot = 0; pivot < width; pivot++)
    for (let below = pivot + 1; below < width; below++) {
      const factor = system[below]![pivot]! / system[pivot]![pivot]!;
      for (let b = pivot; b <= width; b++)
        system[below]![b] = system[below]![b]! - factor * system[pivot]![b]!;
    }
  const weights = new Float64Array(width);
  for (let a = width - 1; a >= 0; a--) {
    let known = 0;
    for (let b = a + 1; b < width; b++) known += weights[b]! * system[a]![b]!;
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
