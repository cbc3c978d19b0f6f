import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { pipeline } from "node:stream";
import { createSecureContext, createServer as createTlsServer, TLSSocket } from "node:tls";
import type { Certificate } from "./self-signed.js";

/** TLS before a server that has none itself, as its programs for tests are built. */
export interface TlsFront {
  /** The server's, but for the port and Redis's scheme. */
  readonly address: string;
  close(): void;
}

/** Takes what comes with TLS, as Redis and PostgreSQL do, and hands it to the server at `address`. */
export async function tlsFront(address: string, certificate: Certificate): Promise<TlsFront> {
  const url = new URL(address);
  const open = new Set<Socket>();
  const hand = (from: Socket) => {
    const to = connect(Number(url.port), url.hostname);
    for (const socket of [from, to]) open.add(socket.on("error", () => {}));
    pipeline(from, to, from, () => {});
  };
  const server: Server = url.protocol === "redis:" ? createTlsServer(certificate, hand) : createServer(asked);
  /** PostgreSQL's clients ask first: "S" says that TLS may begin. */
  function asked(socket: Socket): void {
    open.add(socket.on("error", () => {}));
    socket.once("data", () => {
      socket.write("S");
      hand(new TLSSocket(socket, { isServer: true, secureContext: createSecureContext(certificate) }));
    });
  }
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    address: address.replace("redis:", "rediss:").replace(`:${url.port}`, `:${port}`),
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
