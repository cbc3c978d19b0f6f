import { once } from "node:events";
import { type AddressInfo, createServer, isIPv6 } from "node:net";
import { UsageError } from "../../core/index.js";

const expected = "an address of this machine's, and a port from 1 to 65535 that no program has; 0 for any.";

/** What the system's refusals mean to whoever chose the port. */
const remedies: Readonly<Record<string, string>> = {
  EADDRINUSE: "add --port 0, which finds a free one; or end the program that has this one.",
  EACCES: "choose a port from 1024 on: add --port 8080.",
  EADDRNOTAVAIL: "leave out --host for this machine alone, or write --host 0.0.0.0 for whoever reaches it.",
};

/**
 * A port on which a program may listen, found out by listening for a moment: such a program's own words for one that is
 * taken are many, and not for people.
 *
 * @param port - 0 for any that is free
 * @throws UsageError when nobody may listen there
 */
export async function freePort(host: string, port: number): Promise<number> {
  if (host === "" || isIPv6(host))
    throw new UsageError({
      got: `--host is "${host}".`,
      expected: "an address of IPv4, or a name: optuna-dashboard knows no other.",
      fix: "write --host 127.0.0.1.",
    });
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, "listening");
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    throw new UsageError(
      {
        got: `nothing can listen at ${host}:${port}: ${message}.`,
        expected,
        fix: remedies[code] ?? "leave out --host: it is then this machine alone.",
      },
      { cause: error },
    );
  }
  const { port: found } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return found;
}
