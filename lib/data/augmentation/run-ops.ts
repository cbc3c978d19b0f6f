import { type RandomSource, UsageError } from "../../core/index.js";
import type { Augmentation } from "./augmentation.js";
import { clampFloats, makeImage } from "./support/image.js";

/** Images; shape [batch, height, width, channels]. */
export interface ImageBatch {
  readonly x: Float32Array | Uint8Array;
  readonly shape: readonly number[];
}

/** What images are sent through. */
export interface Run {
  /** Each op with its stream for the image at `row`. */
  readonly ops: readonly { op: Augmentation; stream: (row: number) => RandomSource }[];
  /** The images that are mixed in, row by row, where an op mixes. */
  readonly partners?: ImageBatch;
  /** Told the share of its own label that an image keeps in a mixture. */
  readonly onShare?: (row: number, share: number) => void;
  /** Memory for the result, of the batch's kind and length; defaults to a new array. */
  readonly into?: Float32Array | Uint8Array;
}

/** Sends every image of a batch through ops, one image after the other; the batch itself is left as it is. */
export function runOps(
  batch: ImageBatch,
  { ops, partners, onShare, into }: Run,
): { x: Float32Array | Uint8Array; shape: number[] } {
  const [images, height, width, channels] = imageShape(batch);
  const kind = batch.x instanceof Uint8Array ? "bytes" : "floats";
  const length = height * width * channels;
  let from = makeImage([height, width, channels], kind);
  let to = makeImage([height, width, channels], kind);
  const partner = makeImage([height, width, channels], kind);
  const x = into ?? (kind === "bytes" ? new Uint8Array(batch.x.length) : new Float32Array(batch.x.length));
  checkMemory(x, batch.x);
  for (let row = 0; row < images; row++) {
    from.pixels.set(batch.x.subarray(row * length, (row + 1) * length));
    for (const { op, stream } of ops) {
      const random = stream(row);
      if (op.labels === "mixed") {
        partner.pixels.set(partners!.x.subarray(row * length, (row + 1) * length));
        onShare?.(row, op.apply(from, to, random, partner));
      } else op.apply(from, to, random);
      clampFloats(to);
      [from, to] = [to, from];
    }
    x.set(from.pixels, row * length);
  }
  return { x, shape: [...batch.shape] };
}

function checkMemory(x: Run["into"], wanted: Float32Array | Uint8Array): void {
  if (x?.constructor === wanted.constructor && x.length === wanted.length && x.buffer !== wanted.buffer)
    return;
  throw new UsageError({
    got: `into is ${x?.buffer === wanted.buffer ? "the batch's own memory" : `a ${x?.constructor.name} of ${x?.length}`}.`,
    expected: `a ${wanted.constructor.name} of ${wanted.length} values beside the batch.`,
    fix: `pass { into: new ${wanted.constructor.name}(${wanted.length}) }, once for all batches of this size.`,
  });
}

function imageShape({ x, shape }: ImageBatch): [number, number, number, number] {
  const [images = 0, height = 0, width = 0, channels = 0] = shape;
  if (shape.length !== 4 || images * height * width * channels !== x.length)
    throw new UsageError({
      got: `a batch of shape [${shape.join(", ")}] with ${x.length} values.`,
      expected: "images: [batch, height, width, channels], and as many values.",
      fix: shape.length === 3 ? "add the channels axis: [batch, height, width, 1]." : "augment images only.",
    });
  if (x instanceof Float32Array) checkFloats(x);
  return [images, height, width, channels];
}

function checkFloats(x: Float32Array): void {
  const at = x.findIndex((value) => !(value >= 0 && value <= 1));
  if (at === -1) return;
  throw new UsageError({
    got: `a batch with the value ${x[at]}, at place ${at}.`,
    expected: "bytes 0 … 255 in a Uint8Array, or numbers 0 (black) … 1 (white) in a Float32Array.",
    fix: "augment before the pixels are centred or scaled for the network.",
  });
}
