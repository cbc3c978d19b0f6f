import { SetupError } from "../setup/setup-error.mjs";

export const usage = `Sets the course up, where it is not yet, and opens it in JupyterLab.

Usage: npm start -- [--no-browser] [--port N] [--ip ADDRESS] [--set-up-only] [JUPYTERLAB'S OWN OPTIONS]

  --no-browser    opens no browser, for servers; the address is printed
  --port N        defaults to 8888, or the next port that is free
  --ip ADDRESS    listens there, for other machines to reach; defaults to localhost
  --set-up-only   sets up and ends
  --help          prints this

PESSIMIST_PYTHON=/path/to/python3.12 names the Python to use; it counts when .venv is made.
Everything lies in this folder: node_modules, .venv, dist and .cache. To start over, remove them.`;

/**
 * @typedef {{ help: boolean, setUpOnly: boolean, port: number | undefined, ip: string, rest: string[] }} StartOptions
 */

/**
 * Reads what `npm start` was given. What it does not know is JupyterLab's.
 *
 * @param {readonly string[]} args
 * @returns {StartOptions} `rest` goes to JupyterLab as it is
 * @throws {SetupError} for a port that is none
 */
export function readStartOptions(args) {
  /** @type {StartOptions} */
  const options = { help: false, setUpOnly: false, port: undefined, ip: "localhost", rest: [] };
  const left = [...args];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    const [name, value] = split(word);
    if (name === "--help" || name === "-h") options.help = true;
    else if (name === "--set-up-only") options.setUpOnly = true;
    else if (name === "--port" || name === "--ServerApp.port") options.port = port(value ?? left.shift());
    else if (name === "--ip" || name === "--ServerApp.ip") options.ip = value ?? left.shift() ?? "";
    else options.rest.push(word);
  }
  return options;
}

/** @param {string} word @returns {[string, string | undefined]} */
function split(word) {
  const at = word.indexOf("=");
  return at === -1 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}

/** @param {string | undefined} text */
function port(text) {
  const number = Number(text);
  if (text !== undefined && text !== "" && Number.isInteger(number) && number > 0 && number < 65_536)
    return number;
  throw new SetupError({
    got: text === undefined ? "--port came without a number." : `--port is ${text}.`,
    expected: "a whole number from 1 to 65535.",
    fix: "npm start -- --port 8889",
  });
}
