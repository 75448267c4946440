import type { FastifyReply, FastifyRequest } from "fastify";
import { newId } from "@tierline/shared/id.ts";
import { acceptedLanguage, defaultLanguage, type Language } from "@tierline/shared/language.ts";
import type { RefusedAttempts } from "../audit/refused-attempts.ts";
import { authenticate } from "../identity/authenticate.ts";
import type { Context, RequestContext } from "../kernel/context.ts";
import type { RefusedAttempt } from "../kernel/refused-attempt.ts";
import { AccessError } from "../kernel/rejection.ts";
import { rootPath, systemViewer, tierVariables, variablesOf, type Viewer } from "../kernel/viewer.ts";
import { withProvisioning } from "../provisioning/parts.ts";
import type { Services } from "./services.ts";
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

/** The viewer of a request, by its session cookie; a new one at every operation, so that a revoked right ends at once. */
export async function viewerOf(
  services: Services,
  request: Pick<FastifyRequest, "headers">,
  requestId: string,
  actingFor: string | null,
): Promise<Viewer | null> {
  const token = sessionTokenOf(request, services.config);
  if (token === null) return null;
  const viewer = await authenticate(systemContext(services, requestId), token, actingFor);
  if (viewer === null) return null;
  const isConsole = request.headers["x-tierline-client"] === "console";
  return { ...viewer, channel: isConsole ? "CONSOLE" : "API" };
}

/** `asked`: the language that the request itself names. What a person has set for themselves goes first. */
export function contextFor(
  services: Services,
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
  };
}

/** The reseller below one's own in whose place one works: the same word in a header and, as a page cannot set those, in connection_init. */
export const actingForHeader = "tierline-on-behalf-of";

function actingForOf({ headers }: FastifyRequest): string | null {
  const named = headers[actingForHeader];
  return typeof named === "string" && named !== "" ? named : null;
}

export async function httpContext(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  attempts: RefusedAttempts,
): Promise<RequestContext> {
  const asked = acceptedLanguage(request.headers["accept-language"]);
  const actingFor = actingForOf(request);
  const viewer = await viewerOf(services, request, request.id, actingFor).catch((error: unknown) => {
    if (error instanceof AccessError) attempts.noteLater(actingRefused(services, request, error));
    throw error;
  });
  return {
    ...contextFor(services, viewer, request.id, asked),
    http: {
      ip: request.ip,
      userAgent: String(request.headers["user-agent"] ?? "").slice(0, 300),
      setSession: (token, expiresAt) => setSessionCookie(reply, services.config, token, expiresAt),
      refused: (found) => attempts.noteLater(found),
    },
  };
}

/** Whoever wanted to work for a reseller that is not theirs to work for is told of in their own place. */
async function actingRefused(
  services: Services,
  request: FastifyRequest,
  { code }: AccessError,
): Promise<RefusedAttempt[]> {
  const viewer = await viewerOf(services, request, request.id, null);
  if (viewer === null) return [];
  const { userId, name, path, channel } = viewer;
  const what = { operation: "reseller.act_for", code, subjectKind: "user", subjectId: userId, subject: name } as const;
  const who = { actorId: userId, actor: name, onBehalfOf: null, path, channel };
  return [{ ...what, ...who, ip: request.ip, requestId: request.id }];
}
