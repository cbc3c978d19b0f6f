// npm start: sets everything up, where it is not yet, and opens the course in JupyterLab.
import "./node-version.mjs";
import { runStart } from "./jupyter/run-start.mjs";

process.exitCode = await runStart(process.argv.slice(2));
