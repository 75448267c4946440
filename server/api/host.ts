import { hostname as machineName } from "node:os";
import { isIP } from "node:net";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { brandOfHost, logoOf, type BrandHost } from "../brands/brand-of-host.ts";
import type { Config } from "../kernel/config.ts";
import { systemContext } from "./request-context.ts";
import type { ApiServices } from "./services.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Whose host name the request came to; null under the installation's own. */
    brandHost: BrandHost | null;
  }
}

/** Asked by whoever watches the process, by any address it has. */
const probes: ReadonlySet<string> = new Set(["/healthz", "/readyz"]);

/** So long what a host name serves is not asked for again: what is published shows within that, and what ends is over. */
const keptMs = 1_000;
const keptMax = 1_000;

/**
 * Looks at every request's host first (T8, T11): the installation's own serves everybody, a reseller's proved name serves that
 * reseller's alone, and any other is answered with 421: neither a brand nor data is anybody's who points a name here.
 */
export function registerHosts(app: FastifyInstance, services: ApiServices): void {
  const kept = new Map<string, { readonly brand: BrandHost; readonly until: number }>();
  async function brandAt(host: string): Promise<BrandHost | null> {
    const now = Date.now();
    const known = kept.get(host);
    if (known !== undefined && now < known.until) return known.brand;
    const brand = await brandOfHost(systemContext(services), host);
    if (kept.size >= keptMax) kept.clear();
    if (brand !== null) kept.set(host, { brand, until: now + keptMs });
    return brand;
  }
  app.decorateRequest("brandHost", null);
  app.addHook("onRequest", async (request, reply) => {
    void reply.header("vary", "Host");
    const host = hostOf(request);
    if (isOwnHost(host, services.config) || probes.has(request.url)) return undefined;
    request.brandHost = await brandAt(host);
    if (request.brandHost !== null) return undefined;
    return reply
      .code(421)
      .header("cache-control", "no-store")
      .type("text/plain; charset=utf-8")
      .send("Misdirected Request\n");
  });
  app.get<{ Params: { name: string } }>("/brand/logo/:name", async (request, reply) => {
    const [, sha256] = /^([0-9a-f]{64})\.png$/.exec(request.params.name) ?? [];
    const path = request.brandHost?.path;
    const png = sha256 === undefined || path === undefined ? null : await logoOf(systemContext(services), path, sha256);
    if (png === null) return reply.code(404).send({ error: "There is no such logo here." });
    return reply
      .headers({
        "cache-control": "private, max-age=31536000, immutable",
        "content-security-policy": "default-src 'none'; sandbox",
      })
      .type("image/png")
      .send(png);
  });
}

function hostOf(request: FastifyRequest): string {
  return request.hostname.toLowerCase().replace(/\.$/, "");
}

/** With an address that people type, that and nothing else; without one, whatever leads to this machine and can be nobody's name. */
function isOwnHost(host: string, { TIERLINE_PUBLIC_URL: told, HOST }: Config): boolean {
  if (isLoopback(host)) return true;
  if (told !== undefined) return host === new URL(told).hostname;
  return isIP(host.replace(/^\[|\]$/g, "")) !== 0 || host === HOST || host === machineName().toLowerCase();
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "127.0.0.1" || host === "[::1]" || host === "::1";
}
