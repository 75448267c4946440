import { createHash, randomBytes } from "node:crypto";
import type { Secret } from "../../kernel/secret.ts";
import type { SipResponse } from "./sip-message.ts";

const challengeLengthMax = 4_096;

interface SignIn {
  readonly user: string;
  readonly password: Secret;
  readonly method: string;
  readonly uri: string;
}

const hashes: ReadonlyMap<string, string> = new Map([
  ["SHA-256", "sha256"],
  ["MD5", "md5"],
]);

/** The header line that answers a challenge (RFC 8760, RFC 7616), by the first algorithm offered that is known; null for none. */
export function authorizationFor(response: SipResponse, signIn: SignIn): string | null {
  const isProxy = response.statusCode === 407;
  const challenges = response.headers.get(isProxy ? "proxy-authenticate" : "www-authenticate") ?? [];
  for (const text of challenges) {
    const parts = partsOf(text);
    const algorithm = (parts?.get("algorithm") ?? "MD5").toUpperCase();
    const hash = hashes.get(algorithm);
    if (parts === null || hash === undefined || !isQopKnown(parts.get("qop"))) continue;
    return `${isProxy ? "Proxy-Authorization" : "Authorization"}: ${answerTo(parts, hash, algorithm, signIn)}`;
  }
  return null;
}

/** The body is empty and not looked at by us: one that has to be signed with it (auth-int) cannot be answered. */
function isQopKnown(qop: string | undefined): boolean {
  return qop === undefined || qop.split(",").some((each) => each.trim().toLowerCase() === "auth");
}

function partsOf(text: string): ReadonlyMap<string, string> | null {
  // What is longer is no challenge, and would take its time to be read.
  if (text.length > challengeLengthMax || !/^digest\s/i.test(text)) return null;
  const parts = [...text.slice(7).matchAll(/(?<![a-z-])([a-z-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/gi)];
  return new Map(parts.map(([, name = "", quoted, plain = ""]) => [name.toLowerCase(), unescaped(quoted) ?? plain]));
}

const unescaped = (text: string | undefined): string | undefined => text?.replaceAll(/\\(.)/g, "$1");
const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;

function answerTo(
  parts: ReadonlyMap<string, string>,
  hash: string,
  algorithm: string,
  { user, password, method, uri }: SignIn,
): string {
  const digest = (text: string): string => createHash(hash).update(text).digest("hex");
  const [realm, nonce, opaque] = [parts.get("realm") ?? "", parts.get("nonce") ?? "", parts.get("opaque")];
  const hasQop = parts.has("qop");
  const cnonce = randomBytes(8).toString("hex");
  const ha1 = digest(`${user}:${realm}:${password.reveal()}`);
  const ha2 = digest(`${method}:${uri}`);
  const response = digest(hasQop ? `${ha1}:${nonce}:00000001:${cnonce}:auth:${ha2}` : `${ha1}:${nonce}:${ha2}`);
  const said = [
    `username=${quoted(user)}`,
    `realm=${quoted(realm)}`,
    `nonce=${quoted(nonce)}`,
    `uri=${quoted(uri)}`,
    `response="${response}"`,
    `algorithm=${algorithm}`,
    ...(hasQop ? ["qop=auth", "nc=00000001", `cnonce="${cnonce}"`] : []),
    ...(opaque === undefined ? [] : [`opaque=${quoted(opaque)}`]),
  ];
  return `Digest ${said.join(", ")}`;
}
