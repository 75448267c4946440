import type { FastifyReply, FastifyRequest } from "fastify";
import { newId } from "@tierline/shared/id.ts";
import { acceptedLanguage, defaultLanguage, type Language } from "@tierline/shared/language.ts";
import { wrongKeysPerMinute } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { isWithin } from "@tierline/shared/tier-path.ts";
import type { RefusedAttempts } from "../audit/refused-attempts.ts";
import { authenticateKey } from "../developers/authenticate-key.ts";
import { authenticate } from "../identity/authenticate.ts";
import type { Context, Meter, RequestContext } from "../kernel/context.ts";
import type { RefusedAttempt } from "../kernel/refused-attempt.ts";
import { AccessError } from "../kernel/rejection.ts";
import { require } from "../kernel/requires.ts";
import { rootPath, systemViewer, tierVariables, variablesOf, type Viewer } from "../kernel/viewer.ts";
import { withProvisioning } from "../provisioning/parts.ts";
import { metered, paceHeaders } from "./meter.ts";
import type { ApiDesk, Services } from "./services.ts";
import { sessionTokenOf, setSessionCookie } from "./session-cookie.ts";

/** For what must see across tiers before anybody is known: finding the session, and sweeps. Never handed to a resolver. */
export function systemContext(services: Services, requestId: string = newId()): Context {
  return {
    ...ground(services, requestId),
    viewer: systemViewer,
    em: services.orm.em.fork({ session: { variables: tierVariables(rootPath) } }),
  };
}

function ground({ clock, changes, log, vault, provisioning }: Services, requestId: string) {
  return withProvisioning({ clock, changes, log: log.child({ requestId }), vault, requestId }, provisioning);
}

/** What a request, or a socket's greeting, says of whoever sends it besides its cookie. */
export interface Said {
  /** The key of a program. */
  readonly bearer: string | null;
  /** The reseller below one's own in whose place one works. */
  readonly actingFor: string | null;
}

/**
 * The viewer of a request, by its session cookie or its key; a new one at every operation, so that a revoked right ends at once.
 * Under a reseller's host name whoever stands outside that reseller is nobody.
 * @throws AccessError BAD_USER_INPUT (both), UNAUTHENTICATED (a key that does not work), and as `authenticate` does
 */
export async function viewerOf(
  services: Services,
  request: Pick<FastifyRequest, "headers" | "brandHost">,
  requestId: string,
  said: Said,
): Promise<Viewer | null> {
  const viewer = await provenViewer(services, request, requestId, said);
  const { brandHost } = request;
  if (viewer === null || brandHost === null || isWithin(viewer.path, brandHost.path)) return viewer;
  if (said.bearer !== null) throw new AccessError("UNAUTHENTICATED", say("access.key"));
  return null;
}

async function provenViewer(
  services: Services,
  request: Pick<FastifyRequest, "headers">,
  requestId: string,
  { bearer, actingFor }: Said,
): Promise<Viewer | null> {
  const token = sessionTokenOf(request, services.config);
  if (bearer !== null) {
    if (token !== null) throw new AccessError("BAD_USER_INPUT", say("access.twoCredentials"));
    return programOf(services, bearer, requestId, actingFor);
  }
  if (token === null) return null;
  const viewer = await authenticate(systemContext(services, requestId), token, actingFor);
  if (viewer === null) return null;
  const isConsole = request.headers["x-tierline-client"] === "console";
  return { ...viewer, channel: isConsole ? "CONSOLE" : "API" };
}

async function programOf(
  services: Services,
  bearer: string,
  requestId: string,
  actingFor: string | null,
): Promise<Viewer> {
  const viewer = await authenticateKey(systemContext(services, requestId), bearer);
  if (viewer === null) throw new AccessError("UNAUTHENTICATED", say("access.key"));
  if (actingFor !== null) require({ viewer }, "reseller.act_for"); // which no scope gives
  return viewer;
}

/** `Authorization: Bearer …`; other schemes are somebody else's, such as a proxy's. */
export function bearerOf(authorization: unknown): string | null {
  const [, token] = (typeof authorization === "string" ? /^Bearer +(\S+) *$/i.exec(authorization) : null) ?? [];
  return token ?? null;
}

/** `asked`: the language that the request itself names. What a person has set for themselves goes first. */
export function contextFor(
  services: ApiDesk,
  viewer: Viewer | null,
  requestId: string,
  asked: Language | null,
): Omit<RequestContext, "http"> {
  const language = viewer?.language ?? asked ?? defaultLanguage;
  return {
    ...ground(services, requestId),
    em: services.orm.em.fork({ session: { variables: variablesOf(viewer) } }),
    viewer,
    language,
    loaders: new Map(),
    leftOf: (program) => services.pace.left(program),
  };
}

/** The reseller below one's own in whose place one works: the same word in a header and, as a page cannot set those, in connection_init. */
export const actingForHeader = "tierline-on-behalf-of";

function actingForOf({ headers }: FastifyRequest): string | null {
  const named = headers[actingForHeader];
  return typeof named === "string" && named !== "" ? named : null;
}

/** Under what keys and tokens that do not work are counted. */
export function wrongKeysFrom(ip: string): string {
  return `wrong keys from ${ip}`;
}

/** @throws AccessError as `viewerOf` and `metered` do */
export async function httpContext(
  desk: ApiDesk,
  request: FastifyRequest,
  reply: FastifyReply,
  attempts: RefusedAttempts,
): Promise<RequestContext> {
  const asked = acceptedLanguage(request.headers["accept-language"]);
  const said = { bearer: bearerOf(request.headers.authorization), actingFor: actingForOf(request) };
  const viewer = await viewerOf(desk, request, request.id, said).catch((error: unknown) => {
    if (error instanceof AccessError && said.actingFor !== null)
      attempts.noteLater(actingRefused(desk, request, error, said.bearer));
    if (error instanceof AccessError && error.code === "UNAUTHENTICATED" && said.bearer !== null)
      desk.pace.count(wrongKeysFrom(request.ip), wrongKeysPerMinute); // which tells whoever guesses to wait
    throw error;
  });
  const meter = viewer?.program === undefined ? {} : { meter: meteredOverHttp(desk, viewer, request, reply) };
  return {
    ...contextFor(desk, viewer, request.id, asked),
    ...meter,
    http: {
      ip: request.ip,
      userAgent: String(request.headers["user-agent"] ?? "").slice(0, 300),
      resellerKey: request.brandHost?.resellerKey ?? null,
      setSession: (token, expiresAt) => setSessionCookie(reply, desk.config, token, expiresAt),
      refused: (found) => attempts.noteLater(found),
    },
  };
}

/** Whoever wanted to work for a reseller that is not theirs to work for is told of in their own place. */
async function actingRefused(
  services: Services,
  request: FastifyRequest,
  { code }: AccessError,
  bearer: string | null,
): Promise<RefusedAttempt[]> {
  const viewer = await viewerOf(services, request, request.id, { bearer, actingFor: null });
  if (viewer === null) return [];
  const { userId, name, path, channel } = viewer;
  const what = { operation: "reseller.act_for", code, subjectKind: "user", subjectId: userId, subject: name } as const;
  const who = { actorId: userId, actor: name, onBehalfOf: null, path, channel };
  return [{ ...what, ...who, ip: request.ip, requestId: request.id }];
}

function meteredOverHttp(desk: ApiDesk, viewer: Viewer, request: FastifyRequest, reply: FastifyReply): Meter {
  try {
    return metered(desk, viewer, request.ip, request.id);
  } finally {
    void reply.headers(paceHeaders(desk, viewer));
  }
}
