import type { FastifyRequest } from "fastify";
import type { Config } from "../kernel/config.ts";

/**
 * Browsers say where a request comes from; a page of another site has no business here. Programs send no Origin and carry no
 * cookie of ours. The same for HTTP and for the WebSocket's upgrade, which no preflight guards.
 */
export function isForeignOrigin(
  request: Pick<FastifyRequest, "headers" | "host" | "brandHost">,
  config: Config,
): boolean {
  const origin = request.headers.origin;
  if (origin === undefined) return request.headers["sec-fetch-site"] === "cross-site";
  if (config.TIERLINE_ALLOWED_ORIGINS.includes(origin)) return false;
  // A page under a reseller's host name speaks to that host alone.
  if (request.brandHost === null && config.TIERLINE_PUBLIC_URL !== undefined)
    return origin !== new URL(config.TIERLINE_PUBLIC_URL).origin;
  try {
    return new URL(origin).host !== request.host;
  } catch {
    return true;
  }
}
