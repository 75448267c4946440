import type {} from "@fastify/cookie"; // gives the reply its setCookie
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Config } from "../kernel/config.ts";

/** `__Host-` binds the cookie to this very host, and needs https; over plain http on localhost it has another name. */
function nameFor(config: Config): string {
  return isSecure(config) ? "__Host-tierline" : "tierline_session";
}

export function isSecure(config: Config): boolean {
  return config.TIERLINE_PUBLIC_URL?.startsWith("https:") ?? false;
}

export function sessionTokenOf(request: Pick<FastifyRequest, "headers">, config: Config): string | null {
  const wanted = `${nameFor(config)}=`;
  for (const part of (request.headers.cookie ?? "").split(";")) {
    const pair = part.trim();
    if (pair.startsWith(wanted)) return decodeURIComponent(pair.slice(wanted.length));
  }
  return null;
}

/** Not readable by scripts, not sent from other sites. */
export function setSessionCookie(
  reply: FastifyReply,
  config: Config,
  token: string | null,
  expiresAt: Date | null,
): void {
  void reply.setCookie(nameFor(config), token ?? "", {
    httpOnly: true,
    secure: isSecure(config),
    sameSite: "lax",
    path: "/",
    ...(token === null ? { expires: new Date(0) } : expiresAt === null ? {} : { expires: expiresAt }),
  });
}
