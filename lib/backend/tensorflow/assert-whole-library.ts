import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { UsageError } from "../../core/index.js";

const elfMagic = 0x7f454c46;

/** ELF's numbers of the machines that TensorFlow is built for, by Node's names for them, and of two that may be met. */
const machines: Readonly<Record<number, string>> = { 3: "ia32", 40: "arm", 62: "x64", 183: "arm64" };

/**
 * Refuses a shared library that is empty, cut short, made for another machine or no library at all.
 *
 * Loading a half-copied library can kill the process, with no error to catch; an ELF file
 * (Linux) says in its header where it ends. macOS checks its own libraries before it maps them.
 *
 * @see Tool Interface Standard, "Executable and Linking Format (ELF) Specification", version 1.2 (1995)
 * @throws UsageError naming the file and what is wrong with it
 */
export function assertWholeLibrary(
  path: string,
  { platform = process.platform, arch = process.arch }: { platform?: string; arch?: string } = {},
): void {
  if (platform !== "linux") return;
  const file = openSync(path, "r");
  try {
    const header = Buffer.alloc(64);
    const { size } = fstatSync(file);
    if (readSync(file, header) < 64 || header.readUInt32BE(0) !== elfMagic)
      refuse(path, "is no shared library");
    const machine = machines[header.readUInt16LE(18)];
    if (machine !== arch)
      refuse(path, `is made for ${machine ?? "another machine"}; this Node runs on ${arch}`);
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
    expected: "TensorFlow's whole C library, as its wheel for this system holds it.",
    fix: installAgain,
  });
}

/** What to type where a library is of no use. */
export const installAgain: string =
  "type: npx deep-pessimist setup (it installs TensorFlow again), or point PESSIMIST_TENSORFLOW at another copy.";
