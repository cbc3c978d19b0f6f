import { UsageError } from "../../core/index.js";

/** What the axes of one sample are called, by their number. */
const axes: Readonly<Record<number, string>> = {
  1: "[features]",
  2: "[steps, features]",
  3: "[height, width, channels]",
};

/** Options for {@link assertInputShape}. */
export interface AssertInputShapeOptions {
  /** How many axes one sample must have; defaults to any number from 1 on. */
  rank?: 1 | 2 | 3;
  /** The fewest pixels of height and width; defaults to 1. */
  smallestSide?: number;
  /** Why not fewer. */
  why?: string;
}

/**
 * Throws where a network cannot take samples of this shape.
 *
 * @param functionName - as the caller typed it
 * @param inputShape - one sample's shape, without the batch axis
 */
export function assertInputShape(
  functionName: string,
  inputShape: readonly number[],
  { rank, smallestSide = 1, why = "" }: AssertInputShapeOptions = {},
): void {
  const wholeNumbers =
    Array.isArray(inputShape) &&
    inputShape.length > 0 &&
    inputShape.every((size) => Number.isInteger(size) && size > 0);
  if (!wholeNumbers || (rank !== undefined && inputShape.length !== rank))
    throw new UsageError({
      got: `${functionName} got inputShape ${Array.isArray(inputShape) ? `[${inputShape.join(", ")}]` : String(inputShape)}.`,
      expected:
        rank === undefined
          ? "whole numbers above 0: one sample's shape, without the batch axis."
          : `whole numbers above 0, ${axes[rank]}.`,
      fix:
        rank === 3
          ? "pass { inputShape: [28, 28, 1] } for grey pictures, or { inputShape: dataset.shape }."
          : "pass { inputShape: dataset.shape }.",
    });
  const [height, width] = inputShape;
  if (rank === 3 && Math.min(height!, width!) < smallestSide)
    throw new UsageError({
      got: `${functionName} got pictures of ${height} × ${width} pixels.`,
      expected: `at least ${smallestSide} × ${smallestSide}: ${why}`,
      fix: `scale the pictures up, or pass { inputShape: [32, 32, ${inputShape[2]}] }.`,
    });
}
