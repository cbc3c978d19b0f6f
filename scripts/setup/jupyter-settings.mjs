import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Nothing is fetched while somebody learns: no news, no look for updates, no list of extensions. */
const settings = {
  ".venv/etc/jupyter/jupyter_lab_config.json": {
    LabApp: {
      news_url: null,
      check_for_updates_class: "jupyterlab.handlers.announcements.NeverCheckForUpdate",
      extension_manager: "readonly",
    },
    MultiKernelManager: { default_kernel_name: "deep-pessimist" },
  },
  // JupyterLab runs a CommonJS program of its own, which this repository's "type": "module" would break.
  ".venv/package.json": { type: "commonjs" },
  ".venv/share/jupyter/lab/settings/overrides.json": {
    "@jupyterlab/apputils-extension:notification": { fetchNews: "false", checkForUpdates: false },
    "@jupyterlab/extensionmanager-extension:plugin": { enabled: false },
  },
};

/**
 * JupyterLab's settings for the course, inside .venv.
 *
 * @type {import("./step.mjs").Step}
 */
export const jupyterSettings = {
  name: "Jupyter settings",
  megabytes: () => 1,
  inputs: () => JSON.stringify(settings),
  outputs: () => Object.keys(settings),
  async make({ root }) {
    for (const [path, content] of Object.entries(settings)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), `${JSON.stringify(content, null, 2)}\n`);
    }
  },
};
