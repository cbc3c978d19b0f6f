import { jupyterSettings } from "./jupyter-settings.mjs";
import { kernel } from "./kernel.mjs";
import { library } from "./library.mjs";
import { notebookRunners } from "./notebook-runners.mjs";
import { npmPackages } from "./npm-packages.mjs";
import { otherNodes } from "./other-nodes.mjs";
import { pythonEnvironment } from "./python-environment.mjs";
import { pythonPackages } from "./python-packages.mjs";
import { searchPeers } from "./search-peers.mjs";
import { tensorflow } from "./tensorflow.mjs";

/** What the checks that need no Python need. */
export const buildSteps = [npmPackages, library];

/** What the course needs, in an order in which each finds what it builds on. */
export const courseSteps = [
  ...[npmPackages, pythonEnvironment, pythonPackages, tensorflow],
  ...[library, kernel, jupyterSettings],
];

/** What the tests need. */
export const testSteps = [...courseSteps, otherNodes, searchPeers, notebookRunners];

/** What somebody's project needs for native TensorFlow. */
export const projectSteps = [pythonEnvironment, tensorflow];

/** The same, with JupyterLab and the kernel. */
export const projectCourseSteps = [pythonEnvironment, pythonPackages, tensorflow, kernel, jupyterSettings];
