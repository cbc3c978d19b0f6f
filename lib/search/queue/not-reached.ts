import { UsageError } from "../../core/index.js";
import type { QueueAddress } from "./queue-address.js";

/** Which addresses are for servers with TLS. */
export const tlsAddresses: Readonly<Record<QueueAddress["engine"], string>> = {
  redis: "rediss:// is for a server with TLS, redis:// for one without.",
  postgres: "sslmode=verify-full is for a server with TLS; leave it out for one without.",
};

/** Why a queue's server could not be reached, with what to look at. */
export function notReached({ shown, engine }: QueueAddress, error: unknown): UsageError {
  const { message, reason, code = "" } = error as NodeJS.ErrnoException & { reason?: string };
  const got = `${shown} could not be reached: ${reason ?? (message || code)}`;
  const own = engine === "postgres" ? ", or add &sslrootcert=authority.pem to the address." : ".";
  return new UsageError(
    isDistrust(code)
      ? {
          got,
          expected: "a certificate of this host's, from an authority that Node trusts.",
          fix: `write the host as the certificate has it; to trust an authority of your own, set NODE_EXTRA_CA_CERTS=authority.pem${own}`,
        }
      : {
          got,
          expected: "a server of Redis 5, Valkey 7 or PostgreSQL 13 or later, that lets this user in.",
          fix: `see that it runs, and check host, port, user and password of the address; ${tlsAddresses[engine]}`,
        },
    { cause: error },
  );
}

/** Whether TLS came to nothing: for a certificate, or because the other side speaks something else. */
export function isTlsTrouble(code = ""): boolean {
  return isDistrust(code) || /SSL|EPROTO/.test(code);
}

/** Codes such as DEPTH_ZERO_SELF_SIGNED_CERT, and Node's for another host's certificate; not the server's own distrust. */
function isDistrust(code: string): boolean {
  return /CERT|UNABLE_TO_/.test(code) && !code.startsWith("ERR_SSL");
}
