import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { UsageError } from "../../core/index.js";

/** What Node reads in one call is below 2 GiB. */
const mostAtOnce = 2 ** 30;

/** A file that is open for reading. */
export interface OpenFile {
  readonly path: string;
  readonly size: number;
  /** Fills `bytes` from a place in the file; a file that ends before is refused. */
  read(bytes: Uint8Array, at: number): void;
}

/**
 * Opens a file while `use` reads from it.
 *
 * @throws UsageError when there is no such file, or it ends before what is read
 */
export function withFile<T>(path: string, use: (file: OpenFile) => T): T {
  const descriptor = opened(path);
  try {
    const read = (bytes: Uint8Array, at: number): void => {
      for (let done = 0; done < bytes.length; ) {
        const wanted = Math.min(mostAtOnce, bytes.length - done);
        const got = readSync(descriptor, bytes, done, wanted, at + done);
        if (got === 0) throw ended(path, at + bytes.length);
        done += got;
      }
    };
    return use({ path, size: fstatSync(descriptor).size, read });
  } finally {
    closeSync(descriptor);
  }
}

function opened(path: string): number {
  try {
    return openSync(path, "r");
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new UsageError(
      {
        got: code === "ENOENT" ? `there is no file ${path}.` : `${path} cannot be read: ${message}.`,
        expected: "a file that can be read.",
        fix: "check the path; relative ones begin at the folder where the program was started.",
      },
      { cause },
    );
  }
}

function ended(path: string, end: number): UsageError {
  return new UsageError({
    got: `${path} ends before byte ${end}.`,
    expected: "the file as it was when it was opened first.",
    fix: "copy or write it again, and leave it alone while it is read.",
  });
}
