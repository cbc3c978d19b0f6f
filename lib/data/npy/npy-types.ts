import { UsageError } from "../../core/index.js";

/** Numbers as they come from NumPy; 64-bit integers become doubles, half precision and truth values single precision. */
export type NpyNumbers =
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | Float32Array
  | Float64Array;

/** What an array of NumPy's holds: numbers, or texts. */
export type NpyData = NpyNumbers | string[];

/** How the elements of one of NumPy's types lie in a file. */
export interface ElementType {
  /** Bytes of one element. */
  readonly bytes: number;
  /** Reads `count` elements, whatever the order of their bytes. */
  read(view: DataView, count: number): NpyData;
}

type Getter = (view: DataView, at: number, isLittle: boolean) => number;

const numbers: Record<string, { make: new (length: number) => NpyNumbers; get: Getter }> = {
  b1: { make: Float32Array, get: (view, at) => view.getUint8(at) },
  u1: { make: Uint8Array, get: (view, at) => view.getUint8(at) },
  i1: { make: Int8Array, get: (view, at) => view.getInt8(at) },
  u2: { make: Uint16Array, get: (view, at, isLittle) => view.getUint16(at, isLittle) },
  i2: { make: Int16Array, get: (view, at, isLittle) => view.getInt16(at, isLittle) },
  u4: { make: Uint32Array, get: (view, at, isLittle) => view.getUint32(at, isLittle) },
  i4: { make: Int32Array, get: (view, at, isLittle) => view.getInt32(at, isLittle) },
  u8: { make: Float64Array, get: (view, at, isLittle) => Number(view.getBigUint64(at, isLittle)) },
  i8: { make: Float64Array, get: (view, at, isLittle) => Number(view.getBigInt64(at, isLittle)) },
  f2: { make: Float32Array, get: (view, at, isLittle) => fromHalf(view.getUint16(at, isLittle)) },
  f4: { make: Float32Array, get: (view, at, isLittle) => view.getFloat32(at, isLittle) },
  f8: { make: Float64Array, get: (view, at, isLittle) => view.getFloat64(at, isLittle) },
};

/**
 * What NumPy's `descr` stands for, such as "<f4" (little-endian, floating, 4 bytes) or "<U7" (text).
 *
 * @throws UsageError for what has no plain numbers or texts in it
 */
export function elementType(descr: string, name: string): ElementType {
  const [, order, kind, size] = /^([<>|=])([a-zA-Z])(\d+)$/.exec(descr) ?? [];
  const isLittle = order !== ">";
  if (kind === "U" || kind === "S") return textType(kind, Number(size), isLittle);
  const number = numbers[`${kind}${size}`];
  if (number === undefined)
    throw new UsageError({
      got: `${name} has elements of the type ${descr}.`,
      expected: `numbers, truth values or texts: ${Object.keys(numbers).join(", ")}, U or S.`,
      fix: 'in Python, save array.astype("float32"), or one array for each column.',
    });
  const { make, get } = number;
  const bytes = Number(size);
  return {
    bytes,
    read(view, count) {
      const values = new make(count);
      for (let i = 0; i < count; i++) values[i] = get(view, i * bytes, isLittle);
      return values;
    },
  };
}

/** NumPy pads texts with zeros: S with bytes, U with code points of four bytes. */
function textType(kind: "U" | "S", length: number, isLittle: boolean): ElementType {
  const width = kind === "U" ? 4 : 1;
  return {
    bytes: length * width,
    read: (view, count) =>
      Array.from({ length: count }, (_, i) => {
        const codes = Array.from({ length }, (_, k) => {
          const at = (i * length + k) * width;
          return kind === "U" ? view.getUint32(at, isLittle) : view.getUint8(at);
        });
        return String.fromCodePoint(...codes).replace(/\0+$/, "");
      }),
  };
}

/** IEEE 754 half precision: 1 bit sign, 5 exponent, 10 fraction. */
function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
