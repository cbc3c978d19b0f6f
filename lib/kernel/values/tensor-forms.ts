import { type Drawable, imageGrid } from "./image-grid.js";

/** What we read of a tensor of TensorFlow.js. */
interface TensorLike {
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly size: number;
  readonly isDisposed: boolean;
  readonly rankType?: string;
  data(): Promise<ArrayLike<number | string>>;
}

export function isTensor(value: object): value is TensorLike {
  const { shape, dtype, data, size } = value as Partial<TensorLike>;
  return (
    Array.isArray(shape) &&
    typeof dtype === "string" &&
    typeof data === "function" &&
    typeof size === "number"
  );
}

const bars = "▁▂▃▄▅▆▇█";
const bins = 24;
const fewValues = 12;

/** A tensor: its shape, type, range and mean, what is not finite in it, how its values lie; and pictures, where it holds some. */
export async function tensorForms(tensor: TensorLike): Promise<Record<string, unknown>> {
  const { shape, dtype, size } = tensor;
  const head = `Tensor ${dtype} [${shape.join(", ")}]`;
  if (tensor.isDisposed) return { "text/plain": `${head}, disposed` };
  const values = await tensor.data();
  if (size === 0) return { "text/plain": `${head}, empty` };
  const text = [head, ...(size <= fewValues ? [Array.from(values, shortly).join("  ")] : [])];
  if (dtype === "string") return { "text/plain": text.join("\n") };
  const numbers = values as ArrayLike<number>;
  text.push(...summary(numbers));
  const images = size > fewValues ? asImages(shape, numbers) : undefined;
  const plain = text.join("\n");
  return images === undefined
    ? { "text/plain": plain }
    : { ...imageGrid(images, plain), "text/plain": plain };
}

const shortly = (value: number | string): string =>
  typeof value === "string" ? JSON.stringify(value) : String(Number(value.toPrecision(4)));

function summary(values: ArrayLike<number>): string[] {
  let [low, high, sum, finite, missing] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = Number(values[i]);
    if (Number.isNaN(value)) missing++;
    if (!Number.isFinite(value)) continue;
    finite++;
    sum += value;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const infinite = values.length - finite - missing;
  const range =
    finite === 0 ? "nothing finite" : `${shortly(low)} … ${shortly(high)}, mean ${shortly(sum / finite)}`;
  const rest = `${missing} NaN${infinite > 0 ? `, ${infinite} infinite` : ""}`;
  const isMany = values.length > fewValues && high > low;
  return [`${range}, ${rest}`, ...(isMany ? [histogram(values, low, high)] : [])];
}

/** How the values lie between the lowest and the highest, in characters. */
function histogram(values: ArrayLike<number>, low: number, high: number): string {
  const counts = new Array<number>(bins).fill(0);
  for (let i = 0; i < values.length; i++) {
    const value = Number(values[i]);
    if (Number.isFinite(value))
      counts[Math.min(bins - 1, Math.floor(((value - low) / (high - low)) * bins))]!++;
  }
  const most = Math.max(...counts);
  const bar = (count: number) => (count === 0 ? " " : bars[Math.round((count / most) * (bars.length - 1))]!);
  return `${shortly(low)} ${counts.map(bar).join("")} ${shortly(high)}`;
}

/** Shape [batch, height, width, channels], or [height, width, channels], with values of pixels. */
function asImages(shape: readonly number[], values: ArrayLike<number>): Drawable | undefined {
  const [height = 0, width = 0, channels = 0] = shape.slice(-3);
  const isPicture = (shape.length === 3 || shape.length === 4) && height >= 8 && width >= 8;
  if (!isPicture || ![1, 3, 4].includes(channels)) return undefined;
  return { values, height, width, channels };
}
