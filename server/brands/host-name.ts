import { isIP } from "node:net";
import { domainToASCII } from "node:url";
import { hostnameLengthMax } from "@tierline/shared/brand.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import { parse } from "tldts";
import { installation } from "../kernel/installation.ts";

/** In small letters, as the DNS writes it; null for what is none, and the sentence that says why. */
export function hostNameOf(text: string): { readonly host: string } | { readonly problem: Sentence } {
  if (/[/:?#@\s]/.test(text)) return { problem: say("hostname.notAddress") };
  const host = domainToASCII(text.trim().replace(/\.$/, "").toLowerCase());
  if (host === "" || host.length > hostnameLengthMax || isIP(host) !== 0) return { problem: say("hostname.invalid") };
  const { domain, isIcann, hostname } = parse(host, { allowPrivateDomains: false });
  const isWhole = hostname === host && host.split(".").every((label) => /^(?!-)[a-z0-9-]{1,63}(?<!-)$/.test(label));
  if (!isWhole || domain === null || isIcann !== true) return { problem: say("hostname.invalid") };
  if (isOurs(host)) return { problem: say("hostname.ours") };
  return { host };
}

/** Where everybody signs in, and what lies below it, is nobody's to take. */
function isOurs(host: string): boolean {
  const { hostname } = new URL(installation().publicUrl);
  return host === hostname || host.endsWith(`.${hostname}`);
}
