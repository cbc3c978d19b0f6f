import { connect as connectPlainly, type Socket } from "node:net";
import { connect as connectSafely } from "node:tls";

/** Milliseconds for each answer. */
const patience = 3000;

/** Where a Redis is looked for. */
interface Place {
  readonly host: string;
  readonly port: number;
}

/**
 * Whether what listens there speaks TLS, or Redis's language without it; undefined where it says neither. Of a client that
 * speaks the other way a server says nothing, and lets it wait.
 */
export async function spokenThere(place: Place): Promise<"TLS" | "no TLS" | undefined> {
  const plain = connectPlainly(place, () => plain.write("PING\r\n"));
  if (/^[-+]/.test(await heard(plain, "data"))) return "no TLS"; // such as +PONG, or -NOAUTH
  // Nothing is said to whoever it is, so whose certificate it has does not matter.
  const safe = connectSafely({ ...place, rejectUnauthorized: false });
  return (await heard(safe, "secureConnect")) === "" ? undefined : "TLS";
}

/** What comes with an event, as text; empty where it does not come. */
function heard(socket: Socket, event: string): Promise<string> {
  return new Promise<string>((resolve) => {
    for (const end of ["error", "close"]) socket.once(end, () => resolve(""));
    socket.once(event, (data = event) => resolve(`${data}`));
    socket.setTimeout(patience, () => resolve(""));
  }).finally(() => socket.destroy());
}
