import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";
import { UsageError } from "../../core/index.js";
import { installAgain } from "./assert-whole-library.js";

const resolveNow = 2;

/** Loads the library and starts TensorFlow; written in JavaScript as old as any Node of ours, for it is not compiled. */
const trial = `
const [koffiPath, path, flags] = process.argv.slice(1);
const koffi = require(koffiPath);
const libc = koffi.load(null);
if (libc.func("uintptr_t dlopen(str, int)")(path, Number(flags)) === 0) process.exit(0); // it can be said why
const c = koffi.load(path, { lazy: true });
const status = c.func("uintptr_t TF_NewStatus()")();
const options = c.func("uintptr_t TFE_NewContextOptions()")();
c.func("uintptr_t TFE_NewContext(uintptr_t, uintptr_t)")(options, status);
`;

/**
 * Loads a library in a process of its own before it is loaded in this one, for damage in the middle of a file shows in nothing
 * but a crash. It takes a second, and once it went well it is not done again until the files change.
 *
 * @param files - the library, and those that it loads
 * @throws UsageError where that process is killed
 */
export function tryLibrary(files: readonly string[], flags: number): void {
  const note = noteOf(files);
  if (existsSync(note)) return;
  const { signal } = load(files[0]!, flags, { CUDA_VISIBLE_DEVICES: "-1" });
  if (signal === null) remember(note);
  if (signal === null || signal === "SIGTERM") return; // out of time, as on a busy machine
  throw new UsageError({
    got: `${files.join(" or ")} is damaged: loading it ends a process (${signal}).`,
    expected: "TensorFlow's C library as its wheel holds it.",
    fix: installAgain,
  });
}

/** What TensorFlow says on stderr as it starts, all of it, in a process of its own. */
export function wordsWhenLoaded(library: string): string {
  return load(library, resolveNow, { TF_CPP_MIN_LOG_LEVEL: "0" }).stderr ?? "";
}

function load(library: string, flags: number, variables: NodeJS.ProcessEnv): SpawnSyncReturns<string> {
  const koffi = createRequire(import.meta.url).resolve("koffi");
  const env = { ...process.env, NODE_OPTIONS: "", ELECTRON_RUN_AS_NODE: "1", ...variables };
  return spawnSync(process.execPath, ["-e", trial, koffi, library, String(flags)], {
    ...{ env, encoding: "utf8", timeout: 120_000 },
  });
}

/** The file that says that these files, with this content, can be loaded. */
function noteOf(files: readonly string[]): string {
  const { XDG_CACHE_HOME = join(homedir(), ".cache") } = process.env;
  const facts = files.map((file) => {
    const { size, mtimeMs } = statSync(file);
    return [realpathSync(file), size, mtimeMs];
  });
  const name = createHash("sha256").update(JSON.stringify(facts)).digest("hex").slice(0, 16);
  return join(XDG_CACHE_HOME, "deep-pessimist", `tensorflow-${name}`);
}

/** Where nothing may be written, the next start tries the library again. */
function remember(note: string): void {
  try {
    mkdirSync(join(note, ".."), { recursive: true });
    writeFileSync(note, "");
  } catch {}
}
