import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { UsageError } from "../../core/index.js";

const elfMagic = 0x7f454c46;

/**
 * Refuses a shared library that is empty, cut short or no library at all.
 *
 * Loading a half-copied library can kill the process, with no error to catch; an ELF file
 * (Linux) says in its header where it ends. macOS checks its own libraries before it maps them.
 *
 * @see Tool Interface Standard, "Executable and Linking Format (ELF) Specification", version 1.2 (1995)
 * @throws UsageError naming the file and what is wrong with it
 */
export function assertWholeLibrary(path: string, platform: NodeJS.Platform = process.platform): void {
  if (platform !== "linux") return;
  const file = openSync(path, "r");
  try {
    const header = Buffer.alloc(64);
    const { size } = fstatSync(file);
    if (readSync(file, header) < 64 || header.readUInt32BE(0) !== elfMagic)
      refuse(path, "is no shared library");
    const sectionTable = Number(header.readBigUInt64LE(40));
    const expected = sectionTable + header.readUInt16LE(58) * header.readUInt16LE(60);
    if (size < expected) refuse(path, `is cut short: it has ${size} bytes of at least ${expected}`);
  } finally {
    closeSync(file);
  }
}

function refuse(path: string, what: string): never {
  throw new UsageError({
    got: `${path} ${what}.`,
    expected: "TensorFlow's whole C library.",
    fix: "type: npx deep-pessimist setup (it installs TensorFlow again), or point PESSIMIST_TENSORFLOW at another copy.",
  });
}
