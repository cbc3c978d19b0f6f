import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openEngine } from "../../../lib/search/queue/engine.js";
import { peersMissing } from "../search-peers.js";
import { selfSigned } from "./self-signed.js";
import { type Service, startPostgres, startValkey } from "./services.js";
import { type TlsFront, tlsFront } from "./tls-front.js";

const missing = peersMissing();
const folder = mkdtempSync(join(tmpdir(), "tls-"));
const authority = join(folder, "authority.pem");
const services: Service[] = [];
const fronts: TlsFront[] = [];

beforeAll(async () => {
  if (missing !== undefined) return;
  const certificate = selfSigned();
  writeFileSync(authority, certificate.cert);
  for (const start of [startValkey, startPostgres]) {
    const service = await start();
    services.push(service);
    fronts.push(await tlsFront(service.address, certificate));
  }
}, 40_000);

afterAll(async () => {
  for (const front of fronts) front.close();
  await Promise.all(services.map((service) => service.stop()));
  rmSync(folder, { recursive: true });
});

const redis = (): string => fronts[0]!.address;
const postgres = (options = ""): string => `${fronts[1]!.address}?sslmode=verify-full${options}`;

/** With an authority that Node trusts beside its own, if any: "reached", or why not. */
async function reach(address: string, trusted?: string): Promise<string> {
  const env = { ...process.env, ...(trusted !== undefined && { NODE_EXTRA_CA_CERTS: trusted }) };
  const line = ["--import", "tsx", "test/search/queue/reach.ts", address];
  const { stdout } = await promisify(execFile)(process.execPath, line, { env });
  return stdout.trim();
}

const refusal = (address: string): Promise<string> =>
  openEngine(address).then(
    () => "none",
    ({ message }: Error) => message,
  );

test.runIf(missing === undefined)(
  "user, password and TLS come from the address, and an authority of one's own from NODE_EXTRA_CA_CERTS or sslrootcert",
  { timeout: 40_000 },
  async () => {
    expect(await reach(redis(), authority)).toBe("reached");
    expect(await reach(redis().replace("127.0.0.1", "localhost"), authority)).toBe("reached");
    expect(await reach(postgres(), authority)).toBe("reached");
    expect(await reach(postgres(`&sslrootcert=${authority}`))).toBe("reached");
  },
);

test.runIf(missing === undefined)(
  "a certificate that nobody trusts is refused at once, with how to trust its authority",
  { timeout: 40_000 }, // each Redis would be asked for 15 s
  async () => {
    for (const address of [redis(), redis().replace("127.0.0.1", "localhost"), `${redis()}/1`])
      expect(await refusal(address)).toMatch(
        /^rediss:\/\/:\*\*\*@.*self-signed certificate\n.*\n.*set NODE_EXTRA_CA_CERTS=authority\.pem\.$/,
      );
    expect(await refusal(postgres())).toMatch(
      /self-signed certificate\n.*\n.*add &sslrootcert=authority\.pem/,
    );
  },
);

test.runIf(missing === undefined)(
  "TLS to a server without it, and none to one with it, are refused in a second or two, with what to write",
  { timeout: 40_000 },
  async () => {
    const [plain, plainPostgres] = services.map(({ address }) => address) as [string, string];
    expect(await refusal(plain.replace("redis:", "rediss:"))).toMatch(
      /speaks no TLS\.\n.*\n.*write --queue redis:/,
    );
    expect(await refusal(redis().replace("rediss:", "redis:"))).toMatch(
      /speaks TLS\.\n.*\n.*write --queue rediss:/,
    );
    expect(await refusal(`${plainPostgres}?sslmode=verify-full`)).toContain(
      "does not support SSL connections",
    );
  },
);
