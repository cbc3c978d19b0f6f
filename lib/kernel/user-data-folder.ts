import { homedir } from "node:os";
import { join } from "node:path";

/**
 * Where a user's own Jupyter data lies, kernels among it.
 *
 * @see Jupyter documentation, “Common Directories and File Locations”
 */
export function userDataFolder(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const { JUPYTER_DATA_DIR, XDG_DATA_HOME, APPDATA, HOME = homedir() } = environment;
  if (JUPYTER_DATA_DIR) return JUPYTER_DATA_DIR;
  if (platform === "darwin") return join(HOME, "Library", "Jupyter");
  if (platform === "win32") return join(APPDATA || join(homedir(), "AppData", "Roaming"), "jupyter");
  return join(XDG_DATA_HOME || join(HOME, ".local", "share"), "jupyter");
}
