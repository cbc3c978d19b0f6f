import { type Dataset, UsageError } from "../../core/index.js";

/** Refuses samples that are no images. */
export function assertImages(functionName: string, { shape }: Dataset): void {
  if (shape.length === 3 && [1, 3, 4].includes(shape[2]!)) return;
  throw new UsageError({
    got: `samples of shape [${shape.join(", ")}].`,
    expected: "images: [height, width, channels] with 1, 3 or 4 channels.",
    fix: `${functionName} shows images only.`,
  });
}
