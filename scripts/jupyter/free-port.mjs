import { createServer } from "node:net";
import { SetupError } from "../setup/setup-error.mjs";

const usual = 8888;

/**
 * The port to listen on: the one that was asked for, or the first free one from 8888 on.
 *
 * @param {number | undefined} asked
 * @param {string} ip
 * @returns {Promise<number>}
 * @throws {SetupError} where the port that was asked for is in use
 */
export async function choosePort(asked, ip) {
  if (asked === undefined) return firstFreePort(usual, ip);
  if (await isFree(asked, ip)) return asked;
  throw new SetupError({
    got: `Port ${asked} is in use.`,
    expected: "a free port.",
    fix: `npm start -- --port ${await firstFreePort(asked + 1, ip)}`,
  });
}

/** @param {number} from @param {string} ip @returns {Promise<number>} */
export async function firstFreePort(from, ip) {
  for (let port = from; port < 65_536; port++) if (await isFree(port, ip)) return port;
  throw new SetupError({
    got: `No port from ${from} on is free at ${ip}.`,
    expected: "an address of this machine, and a free port.",
    fix: "npm start -- --ip localhost --port 8888",
  });
}

/**
 * @param {number} port
 * @param {string} ip
 * @returns {Promise<boolean>}
 */
function isFree(port, ip) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host: ip === "*" ? undefined : ip, exclusive: true }, () =>
      server.close(() => resolve(true)),
    );
  });
}
