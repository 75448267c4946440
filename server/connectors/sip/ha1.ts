import { createHash } from "node:crypto";
import { Secret, Unknown } from "../../kernel/secret.ts";
import type { Text } from "../text.ts";

/**
 * What a SIP server needs to check a digest (RFC 2617 section 3.2.2.2): MD5 because phones and Kamailio's table speak it. It is
 * as good as the password within its realm, so it is a secret too.
 */
export function ha1Of(username: Text, realm: string, password: Secret | Unknown): Secret | Unknown {
  if (password instanceof Unknown) return password;
  return new Secret(createHash("md5").update(`${username}:${realm}:${password.reveal()}`).digest("hex"));
}
