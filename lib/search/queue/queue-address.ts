import { isIP } from "node:net";
import { UsageError } from "../../core/index.js";

/** Where a queue is: which engine, and how to connect to it. */
export interface QueueAddress {
  readonly engine: "redis" | "postgres";
  /** What the engine's client takes. */
  readonly connection: Readonly<Record<string, unknown>>;
  /** The address without its password, for messages. */
  readonly shown: string;
}

/**
 * Reads a queue's address: `redis://user:password@host:6379/0`, `rediss://…` with TLS, or
 * `postgres://user:password@host/database?sslmode=verify-full`.
 *
 * @throws UsageError for an address of another kind
 * @example
 * readQueueAddress("rediss://:secret@queue.example").shown; // "rediss://:***@queue.example"
 */
export function readQueueAddress(text: string): QueueAddress {
  const shown = text.replace(/(\/\/[^:@/]*):.*@/s, "$1:***@");
  const fail = (expected: string, fix: string): never => {
    throw new UsageError({ got: `the queue "${shown}".`, expected, fix });
  };
  const [, scheme = ""] = /^(\w+):\/\//.exec(text) ?? [];
  if (!["redis", "rediss", "valkey", "valkeys", "postgres", "postgresql"].includes(scheme))
    fail(
      "an address that begins with redis://, rediss:// (TLS), postgres:// or postgresql://.",
      "write --queue redis://:password@host:6379, for instance.",
    );
  const url = parsed(text);
  if (url === undefined)
    return fail(
      "a host, a port up to 65535, and a password whose special characters are written as %40 for @, %23 for #, %2F for /.",
      "write --queue redis://:p%40ss@host:6379 for the password p@ss.",
    );
  if (scheme.startsWith("postgres"))
    return {
      engine: "postgres",
      shown,
      connection: { connectionString: text, schema: "bullmq", migrate: true },
    };
  const database = Number(url.pathname.slice(1) || 0);
  if (!Number.isInteger(database))
    fail("a database's number, or none.", "write --queue redis://:password@host:6379/0, for instance.");
  return {
    engine: "redis",
    shown,
    connection: {
      host: url.hostname.replace(/^\[|\]$/g, ""),
      port: Number(url.port || 6379),
      db: database,
      ...(url.username !== "" && { username: decodeURIComponent(url.username) }),
      ...(url.password !== "" && { password: decodeURIComponent(url.password) }),
      ...((scheme === "rediss" || scheme === "valkeys") && {
        tls: isIP(url.hostname) === 0 ? { servername: url.hostname } : {},
      }),
      maxRetriesPerRequest: null, // what is asked while the server is away waits until it is back
    },
  };
}

/** Undefined where it is no address, or has a % that escapes nothing. */
function parsed(text: string): URL | undefined {
  try {
    const url = new URL(text);
    decodeURIComponent(url.username + url.password);
    return url;
  } catch {
    return undefined;
  }
}
