import { UsageError } from "../../core/index.js";
import { tlsAddresses } from "./not-reached.js";
import type { QueueAddress } from "./queue-address.js";
import { spokenThere } from "./spoken-there.js";

/**
 * Finds out whether a Redis speaks TLS and its address does not, or the other way round; undefined where they agree, or
 * nothing is said. PostgreSQL says it itself.
 */
export async function otherLanguage({
  engine,
  shown,
  connection,
}: QueueAddress): Promise<UsageError | undefined> {
  if (engine !== "redis") return undefined;
  const { host, port, tls } = connection as { host: string; port: number; tls?: object };
  const spoken = await spokenThere({ host, port });
  if (spoken === undefined || (spoken === "TLS") === (tls !== undefined)) return undefined;
  const other = spoken === "TLS" ? shown.replace("://", "s://") : shown.replace("s://", "://");
  return new UsageError({
    got: `${shown} could not be reached: what listens at ${host}:${port} speaks ${spoken}.`,
    expected: tlsAddresses.redis,
    fix: `write --queue ${other}, or the port at which it speaks ${spoken === "TLS" ? "no TLS" : "TLS"}.`,
  });
}
