import { generateKeyPairSync, sign } from "node:crypto";

/** A certificate, and the key that goes with it, both as PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** A fresh certificate of `localhost` and 127.0.0.1 that nobody has signed but itself. */
export function selfSigned(): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = sequence(object("2a8648ce3d040302")); // ecdsa-with-SHA256
  const name = sequence(der(0x31, sequence(object("550403"), der(0x0c, Buffer.from("localhost")))));
  const years = sequence(der(0x17, Buffer.from("200101000000Z")), der(0x18, Buffer.from("21000101000000Z")));
  const names = sequence(der(0x82, Buffer.from("localhost")), der(0x87, Buffer.from([127, 0, 0, 1])));
  const body = sequence(
    ...[der(0xa0, der(2, Buffer.of(2))), der(2, Buffer.of(1)), algorithm, name, years, name],
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, sequence(sequence(object("551d11"), der(4, names)))), // subjectAltName
  );
  const signature = sign("sha256", body, privateKey);
  const whole = sequence(body, algorithm, der(3, Buffer.concat([Buffer.of(0), signature])));
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${whole.toString("base64").replaceAll(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: "pkcs8", format: "pem" }) as string,
  };
}

/** A value in ASN.1's distinguished encoding: its tag, its length, itself. */
function der(tag: number, value: Buffer): Buffer {
  const { length } = value;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.of(tag, ...size), value]);
}

function sequence(...values: readonly Buffer[]): Buffer {
  return der(0x30, Buffer.concat(values));
}

function object(hex: string): Buffer {
  return der(6, Buffer.from(hex, "hex"));
}
