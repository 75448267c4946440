import { randomBytes, randomInt } from "node:crypto";
import { hashOfToken } from "../identity/session.ts";

export interface KeyToken {
  /** Told once, and kept by nobody but its holder. */
  readonly token: string;
  readonly prefix: string;
  readonly hash: string;
}

const letters = "0123456789abcdefghijklmnopqrstuvwxyz";
const idLength = 8;

/** 256 random bits behind a beginning that scanners for lost secrets know: `tl_live_<id>_<43 characters>`. */
export function newKeyToken(): KeyToken {
  const id = Array.from({ length: idLength }, () => letters.charAt(randomInt(letters.length))).join("");
  const prefix = `tl_live_${id}`;
  const token = `${prefix}_${randomBytes(32).toString("base64url")}`;
  return { token, prefix, hash: hashOfToken(token) };
}

export function isKeyToken(text: string): boolean {
  return /^tl_live_[0-9a-z]{8}_[A-Za-z0-9_-]{43}$/.test(text);
}
