import * as tf from "@tensorflow/tfjs";
import { normal, permutation, type RandomSource } from "../../core/index.js";

/** Pairs of samples that look alike: `first[i]` and `second[i]` are rows. */
export interface NearestPairs {
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  /** Typical distance of these pairs, as a share of that of any two samples. */
  readonly closeness: number;
}

/** Random directions keep distances to about 1/√48 of themselves (Johnson and Lindenstrauss, 1984). */
const directions = 48;

/**
 * Each of some samples with its nearest neighbour among others, in a random projection to few dimensions.
 *
 * @param x - samples, shape [samples, …sample]
 * @param queries - how many get a neighbour
 * @param candidates - how many it is sought among
 */
export async function nearestPairs(
  x: tf.Tensor,
  random: RandomSource,
  { queries = 2000, candidates = 5000 }: { queries?: number; candidates?: number } = {},
): Promise<NearestPairs> {
  const samples = x.shape[0]!;
  const pool = permutation(samples, random).subarray(0, candidates);
  const first = pool.slice(0, queries);
  const points = await project(x, pool, random);
  const nearestTo = first.map((_, query) => nearest(points, query, pool.length));
  const apart = first.map((_, query) => (query + 1) % pool.length);
  return {
    first,
    second: nearestTo.map((place) => pool[place]!),
    closeness: typicalDistance(points, nearestTo) / typicalDistance(points, apart),
  };
}

/** The pool's samples in few dimensions, row-major, shape [pool, directions]. */
async function project(x: tf.Tensor, pool: Uint32Array, random: RandomSource): Promise<Float32Array> {
  const features = x.size / x.shape[0]!;
  const matrix = Float32Array.from({ length: features * directions }, () => normal(random));
  const points = tf.tidy(() => {
    const rows = x.gather(tf.tensor1d(Int32Array.from(pool), "int32"));
    const flat = rows.reshape([pool.length, features]).toFloat(); // [pool, features]
    // Columns of a table have units of their own; pixels share one.
    const scaled = x.rank === 2 ? standardised(flat as tf.Tensor2D) : flat;
    return scaled.matMul(tf.tensor2d(matrix, [features, directions])); // [pool, directions]
  });
  const values = await points.data();
  points.dispose();
  return values as Float32Array;
}

function standardised(table: tf.Tensor2D): tf.Tensor2D {
  const { mean, variance } = tf.moments(table, 0);
  const overall = variance.mean().sqrt();
  // A column that hardly varies (the border of a picture) must not be blown up.
  return table.sub(mean).div(variance.sqrt().maximum(overall.mul(0.3)).add(1e-12));
}

/** Root mean square distance of each query from its partner. */
function typicalDistance(points: Float32Array, partners: Uint32Array): number {
  let sum = 0;
  partners.forEach((partner, query) => {
    for (let d = 0; d < directions; d++)
      sum += (points[partner * directions + d]! - points[query * directions + d]!) ** 2;
  });
  return Math.sqrt(sum / partners.length);
}

function nearest(points: Float32Array, query: number, pool: number): number {
  let [best, bestDistance] = [-1, Infinity];
  for (let other = 0; other < pool; other++) {
    if (other === query) continue;
    let distance = 0;
    for (let d = 0; d < directions && distance < bestDistance; d++)
      distance += (points[other * directions + d]! - points[query * directions + d]!) ** 2;
    if (distance < bestDistance) [best, bestDistance] = [other, distance];
  }
  return best;
}
