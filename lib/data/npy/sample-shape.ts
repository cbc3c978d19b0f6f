import { UsageError } from "../../core/index.js";

/**
 * One sample's shape in an array of shape [samples, …sample]; numbers alone are samples of shape [1].
 *
 * @param wanted - another shape of as many numbers, such as [28, 28, 1] for [28, 28]
 * @param name - of the array, for the message
 */
export function sampleShape(
  whole: readonly number[],
  wanted: readonly number[] | undefined,
  name: string,
): number[] {
  const own = whole.length === 1 ? [1] : whole.slice(1);
  if (wanted === undefined) return own;
  const numbers = (shape: readonly number[]): number => shape.reduce((product, side) => product * side, 1);
  if (numbers(wanted) === numbers(own)) return [...wanted];
  throw new UsageError({
    got: `${name} has samples of shape [${own.join(", ")}], ${numbers(own)} numbers, and shape asks for [${wanted.join(", ")}].`,
    expected: `a shape of ${numbers(own)} numbers.`,
    fix: `leave shape out, or pass { shape: [${[...own, 1].join(", ")}] }.`,
  });
}
