import { accessSync, constants, existsSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";

/**
 * Where npm and pip keep what they downloaded: in the user's home, as always, or in this folder where there is no home
 * to write to, as for the users that services and containers run under.
 *
 * @param {import("../context.mjs").Context} context
 * @returns {NodeJS.ProcessEnv} variables to add; none, as a rule
 */
export function caches({ root, env, platform }) {
  const home = (platform === "win32" ? env.USERPROFILE : env.HOME) ?? "";
  if (isAbsolute(home) && isWritable(home)) return {};
  const folder = join(root, ".cache");
  return { npm_config_cache: join(folder, "npm"), PIP_CACHE_DIR: join(folder, "pip"), ...chosen(env) };
}

/** What the user set wins. @param {NodeJS.ProcessEnv} env */
function chosen({ npm_config_cache, PIP_CACHE_DIR }) {
  return { ...(npm_config_cache ? { npm_config_cache } : {}), ...(PIP_CACHE_DIR ? { PIP_CACHE_DIR } : {}) };
}

/** Whether a folder can be written, or made. @param {string} folder */
function isWritable(folder) {
  let place = folder;
  while (!existsSync(place)) place = dirname(place);
  try {
    accessSync(place, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
