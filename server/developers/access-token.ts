import { jwtVerify, SignJWT } from "jose";
import { uuidOf, encodeId } from "@tierline/shared/id.ts";
import { accessTokenSeconds } from "@tierline/shared/limits.ts";
import type { Context } from "../kernel/context.ts";
import type { Program } from "../kernel/viewer.ts";

const issuer = "tierline";
const algorithm = "HS256";

/** What a token says: the key that it was got for, with which it ends, and of that one's scopes those that were asked for. */
export interface ReadToken {
  readonly keyId: string;
  readonly scopes: readonly string[];
}

/** A token that a program sends in its key's place for an hour. */
export function makeAccessToken(
  { clock, vault }: Pick<Context, "clock" | "vault">,
  { clientId, keyId }: Program,
  scopes: readonly string[],
): Promise<string> {
  const at = Math.floor(clock.now().getTime() / 1_000);
  return new SignJWT({ scope: scopes.join(" "), key: encodeId("key", keyId) })
    .setProtectedHeader({ alg: algorithm, typ: "at+jwt" })
    .setIssuer(issuer)
    .setSubject(encodeId("acl", clientId))
    .setIssuedAt(at)
    .setExpirationTime(at + accessTokenSeconds)
    .sign(vault.tokenKey);
}

/** Null for what is none of ours, was changed, or has run out. */
export async function readAccessToken(
  { clock, vault }: Pick<Context, "clock" | "vault">,
  token: string,
): Promise<ReadToken | null> {
  const rules = { issuer, algorithms: [algorithm], typ: "at+jwt", currentDate: clock.now() };
  const verified = await jwtVerify<{ scope: string; key: string }>(token, vault.tokenKey, rules).catch(() => null);
  if (verified === null) return null;
  const { scope, key } = verified.payload;
  const keyId = uuidOf(key);
  return keyId === null ? null : { keyId, scopes: scope.split(" ") };
}
