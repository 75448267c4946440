import { lookup, type LookupAddress } from "node:dns";
import ipaddr from "ipaddr.js";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import { ConnectorFailure } from "../../kernel/connector.ts";
import { unreachable } from "../element.ts";
import { hostAndPort } from "../setting.ts";
import { http } from "./settings.ts";

export interface GuardedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Looks a name up; a parameter so that a test can stand in for the network. */
export type Resolve = (host: string, timeoutMs: number) => Promise<readonly string[]>;

/**
 * Looks the host up once and returns the addresses that may be connected to: those very addresses, so that a name that
 * answers differently a second later (DNS rebinding) gains nothing. One forbidden address among several forbids the host.
 * Throws ADDRESS_NOT_ALLOWED (permanent), HTTP_UNREACHABLE when the name is not known.
 */
export async function guardAddress(
  url: URL,
  allowedHosts: string,
  timeoutMs: number,
  resolve: Resolve = resolveByDns,
): Promise<readonly GuardedAddress[]> {
  const why = refusalOf(url, allowedHosts);
  if (why !== null) throw notAllowed(why);
  const host = hostOf(url);
  const addresses = ipaddr.isValid(host) ? [host] : await resolve(host, timeoutMs);
  if (addresses.length === 0) throw unreachable(http, new Error("no address"));
  if (!isListed(url, allowedHosts) && !addresses.every(isPublic)) throw notAllowed(say("address.private"));
  return addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
}

/** What is wrong with an address by itself, before any name is looked up; null when nothing is. */
export function refusalOf(url: URL, allowedHosts: string): Sentence | null {
  if (url.protocol !== "http:" && url.protocol !== "https:") return say("address.protocol", { protocol: url.protocol });
  if (url.username !== "" || url.password !== "") return say("address.credentials");
  if (isListed(url, allowedHosts)) return null;
  if (url.protocol !== "https:") return say("address.noTls");
  const host = hostOf(url);
  return ipaddr.isValid(host) && !isPublic(host) ? say("address.private") : null;
}

function isListed(url: URL, allowedHosts: string): boolean {
  return allowedHosts.split(",").some((each) => each.trim().toLowerCase() === hostAndPort(url.href));
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, "$1");
}

/** Only what is routed on the public internet. A range that is not known to be public is not. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address); // takes ::ffff:a.b.c.d for the IPv4 address that it is
  if (parsed.range() !== "unicast") return false;
  if (parsed.kind() === "ipv4") return parsed.toString() !== azurePlatform;
  return parsed.match(globalUnicast);
}

/** Public by number, but every Azure machine's own metadata and DNS service. */
const azurePlatform = "168.63.129.16";
/** RFC 4291 section 2.4: outside of it only special addresses, IPv4-compatible ones (::a.b.c.d) among them. */
const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");

function resolveByDns(host: string, timeoutMs: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(unreachable(http, new Error("the name server is silent"))), timeoutMs);
    lookup(host, { all: true }, (error: Error | null, found: LookupAddress[]) => {
      clearTimeout(timer);
      if (error === null) resolve(found.map((each) => each.address));
      else reject(unreachable(http, error));
    });
  });
}

export function notAllowed(why: Sentence): ConnectorFailure {
  return new ConnectorFailure("permanent", "ADDRESS_NOT_ALLOWED", say("address.notAllowed", { why }));
}
