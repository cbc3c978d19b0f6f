import { homedir } from "node:os";
import { join } from "node:path";

/**
 * Where a learner's predictions and solved exercises are kept, on this machine alone.
 *
 * `PESSIMIST_HOME` names another folder; a run without a browser sets it to an empty one.
 *
 * @see freedesktop.org, “XDG Base Directory Specification”
 */
export function progressFile(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  return join(progressFolder(environment, platform), "progress.db");
}

function progressFolder(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const { PESSIMIST_HOME, XDG_DATA_HOME, APPDATA, HOME = homedir() } = environment;
  if (PESSIMIST_HOME) return PESSIMIST_HOME;
  if (platform === "darwin") return join(HOME, "Library", "Application Support", "deep-pessimist");
  if (platform === "win32") return join(APPDATA || join(homedir(), "AppData", "Roaming"), "deep-pessimist");
  return join(XDG_DATA_HOME || join(HOME, ".local", "share"), "deep-pessimist");
}
