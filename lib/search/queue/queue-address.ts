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
 * `postgres://user:password@host/database?sslmode=require`.
 *
 * @throws UsageError for an address of another kind
 * @example
 * readQueueAddress("rediss://:secret@queue.example").shown; // "rediss://:***@queue.example"
 */
export function readQueueAddress(text: string): QueueAddress {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const scheme = url?.protocol.slice(0, -1) ?? "";
  if (
    url === undefined ||
    !["redis", "rediss", "valkey", "valkeys", "postgres", "postgresql"].includes(scheme)
  )
    throw new UsageError({
      got: `the queue "${text.replace(/:[^:@/]*@/, ":***@")}".`,
      expected: "an address that begins with redis://, rediss:// (TLS), postgres:// or postgresql://.",
      fix: "write --queue redis://:password@host:6379, for instance.",
    });
  const shown = text.replace(/(\/\/[^:@/]*):[^@/]*@/, "$1:***@");
  if (scheme.startsWith("postgres"))
    return {
      engine: "postgres",
      shown,
      connection: { connectionString: text, schema: "bullmq", migrate: true },
    };
  const database = Number(url.pathname.slice(1) || 0);
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
