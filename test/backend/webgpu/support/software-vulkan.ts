import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";

/**
 * Variables under which a process finds a Vulkan loader and SwiftShader, a driver that plays a graphics card on the processor.
 * Both come with the browser that other tests use: nothing is installed, nothing is downloaded.
 */
export function softwareVulkan(): NodeJS.ProcessEnv {
  const browser = join(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "..", "..");
  const { version } = JSON.parse(readFileSync(join(browser, "package.json"), "utf8"));
  const folder = join(tmpdir(), `deep-pessimist-swiftshader-${version}`);
  if (!existsSync(folder)) unpack(join(browser, "bin", "swiftshader.tar.br"), folder);
  const driver = join(folder, "vk_swiftshader_icd.json"); // points to the library beside it
  return { LD_LIBRARY_PATH: folder, VK_DRIVER_FILES: driver, VK_ICD_FILENAMES: driver };
}

/** Unpacks an archive into a folder, which is there whole or not at all. */
function unpack(archive: string, folder: string): void {
  const making = mkdtempSync(`${folder}-`);
  for (const [name, bytes] of filesIn(brotliDecompressSync(readFileSync(archive)))) {
    mkdirSync(dirname(join(making, name)), { recursive: true });
    writeFileSync(join(making, name), bytes);
  }
  try {
    renameSync(making, folder);
  } catch {
    rmSync(making, { recursive: true }); // another test was first
  }
}

/** The plain files of a tar archive: a header of 512 bytes before each, and its content in blocks of as many. */
function* filesIn(tar: Buffer): Generator<[name: string, bytes: Buffer]> {
  const text = (start: number, end: number): string =>
    tar.toString("latin1", start, end).replace(/\0.*$/s, "");
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const size = Number.parseInt(text(at + 124, at + 136), 8);
    if (/^0?$/.test(text(at + 156, at + 157)))
      yield [text(at, at + 100), tar.subarray(at + 512, at + 512 + size)];
    at += 512 + Math.ceil(size / 512) * 512;
  }
}
