import { UsageError } from "../../core/index.js";
import { type ElementType, elementType } from "./npy-types.js";

/** What stands before the numbers of a `.npy` file. */
export interface NpyLayout {
  readonly type: ElementType;
  /** NumPy's name of the type, such as "<f4". */
  readonly descr: string;
  /** Whether the first axis varies fastest, as in Fortran. */
  readonly isFortran: boolean;
  /** Of the whole array. */
  readonly shape: readonly number[];
  /** Elements in all. */
  readonly count: number;
  /** Where the numbers begin, in bytes. */
  readonly offset: number;
}

/** Enough of a file's beginning to hold any header that NumPy writes for numbers. */
export const headerRoom: number = 65_536 + 12;

/**
 * Reads the header of a `.npy` file from the file's beginning.
 *
 * @param name - of the file, for the message
 * @throws UsageError when it is no `.npy` file, is cut short, or holds what has no plain numbers
 * @see R. Kern, "NEP 1: A Simple File Format for NumPy Arrays" (2007), versions 1.0 to 3.0
 */
export function parseNpyHeader(bytes: Uint8Array, name: string): NpyLayout {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.toString("latin1", 0, 6) !== "\x93NUMPY") throw notNpy(buffer, name);
  const isLong = buffer[6]! > 1;
  const start = isLong ? 12 : 10;
  const length = buffer.length < start ? Infinity : isLong ? buffer.readUInt32LE(8) : buffer.readUInt16LE(8);
  if (start + length > buffer.length)
    throw new UsageError({
      got: `${name} is cut short: it ends in its header.`,
      expected: "a whole .npy file.",
      fix: "copy or write it again.",
    });
  const header = buffer.toString(buffer[6]! > 2 ? "utf8" : "latin1", start, start + length);
  const descr = /'descr':\s*'([^']+)'/.exec(header)?.[1];
  const order = /'fortran_order':\s*(True|False)/.exec(header)?.[1];
  const sides = /'shape':\s*\(([\d,\s]*)\)/.exec(header)?.[1];
  if (descr === undefined || order === undefined || sides === undefined)
    throw new UsageError({
      got: `${name} has the header ${header.trim()}`,
      expected: "one type for all elements; this is an array of records, or no header of NumPy's.",
      fix: "in Python, save one array for each column: np.savez(path, **{name: a[name] for name in a.dtype.names}).",
    });
  const shape = sides
    .split(",")
    .filter((side) => side.trim() !== "")
    .map(Number);
  const count = shape.reduce((product, side) => product * side, 1);
  const type = elementType(descr, name);
  return { type, descr, isFortran: order === "True", shape, count, offset: start + length };
}

function notNpy(buffer: Buffer, name: string): UsageError {
  const isZip = buffer.toString("latin1", 0, 2) === "PK";
  return new UsageError({
    got:
      buffer.length === 0
        ? `${name} is empty.`
        : `${name} is no .npy file${isZip ? " but a zip archive" : ""}.`,
    expected: "a file that numpy.save or writeNpy has written.",
    fix: isZip ? "await readNpz(path)" : "in Python: numpy.save(path, array).",
  });
}
