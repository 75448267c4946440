import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from "node:crypto";

/** A passkey in software (WebAuthn, 6.1 and 6.5): makes what a browser would say to the page of `origin`. */
export interface SoftPasskey {
  readonly credentialId: string;
  /** Answers `navigator.credentials.create`. */
  created(options: string): string;
  /** Answers `navigator.credentials.get`; `counter` says how often it has signed. */
  signed(options: string, said?: { readonly isVerified?: boolean; readonly counter?: number }): string;
}

interface Options {
  readonly challenge: string;
}

const [userPresent, userVerified, attestedData] = [0x01, 0x04, 0x40];

export function softPasskey(origin: string): SoftPasskey {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const rawId = randomBytes(16);
  const id = rawId.toString("base64url");
  const rpIdHash = createHash("sha256").update(new URL(origin).hostname).digest();
  let signatures = 0;
  const clientData = (type: string, options: string): Buffer => {
    const { challenge } = JSON.parse(options) as Options;
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  };
  const authenticatorData = (flags: number, counter: number, attested: Buffer = Buffer.alloc(0)): Buffer => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([rpIdHash, Buffer.from([flags]), count, attested]);
  };
  const said = (response: Record<string, unknown>): string =>
    JSON.stringify({ id, rawId: id, type: "public-key", clientExtensionResults: {}, response });
  return {
    credentialId: id,
    created(options) {
      const length = Buffer.from([0, rawId.length]);
      const attested = Buffer.concat([Buffer.alloc(16), length, rawId, coseKey(publicKey)]);
      const data = authenticatorData(userPresent | userVerified | attestedData, 0, attested);
      return said({
        clientDataJSON: clientData("webauthn.create", options).toString("base64url"),
        attestationObject: unattested(data).toString("base64url"),
        transports: ["internal"],
      });
    },
    signed(options, { isVerified = true, counter = (signatures += 1) } = {}) {
      const data = authenticatorData(userPresent | (isVerified ? userVerified : 0), counter);
      const client = clientData("webauthn.get", options);
      const hash = createHash("sha256").update(client).digest();
      const signature = createSign("sha256")
        .update(Buffer.concat([data, hash]))
        .sign(privateKey);
      return said({
        clientDataJSON: client.toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: signature.toString("base64url"),
      });
    },
  };
}

/** {"fmt": "none", "attStmt": {}, "authData": …} in CBOR. */
function unattested(data: Buffer): Buffer {
  const text = (value: string) => Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
  return Buffer.concat([
    Buffer.from([0xa3]),
    text("fmt"),
    text("none"),
    text("attStmt"),
    Buffer.from([0xa0]),
    text("authData"),
    Buffer.from([0x58, data.length]),
    data,
  ]);
}

/** ES256 on P-256 (RFC 9053, 7.1.1): {1: 2, 3: -7, -1: 1, -2: x, -3: y}. */
function coseKey(key: KeyObject): Buffer {
  const { x = "", y = "" } = key.export({ format: "jwk" });
  const coordinate = (value: string) => Buffer.concat([Buffer.from([0x58, 32]), Buffer.from(value, "base64url")]);
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    coordinate(x),
    Buffer.from([0x22]),
    coordinate(y),
  ]);
}
