import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";
import { auditOutcomes, channels } from "@tierline/shared/kinds.ts";
import { auditExportsPerMinute } from "@tierline/shared/limits.ts";
import { acceptedLanguage } from "@tierline/shared/language.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import { exportEntries } from "../audit/export-entries.ts";
import type { RefusedAttempts } from "../audit/refused-attempts.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { AccessError } from "../kernel/rejection.ts";
import { require } from "../kernel/requires.ts";
import { isForeignOrigin } from "./origin.ts";
import { whoIn } from "./refused-attempts-plugin.ts";
import { actingForHeader, httpContext } from "./request-context.ts";
import type { ApiDesk } from "./services.ts";

const text = z.string().min(1).max(200).optional();
/** The same as `auditEntries` takes, in the address; what is misspelt is refused, or the file would hold more than was meant. */
const filterShape = z.strictObject({
  actor: text,
  subject: text,
  operation: text,
  onBehalfOf: text,
  reseller: text,
  search: text,
  channel: z.enum(channels).optional(),
  outcome: z.enum(auditOutcomes).optional(),
  from: z.iso
    .datetime({ offset: true })
    .transform((at) => new Date(at))
    .optional(),
  to: z.iso
    .datetime({ offset: true })
    .transform((at) => new Date(at))
    .optional(),
});

const statusOf: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  RATE_LIMITED: 429,
};

/** `GET /audit.csv`: the trail as a file, guarded as the API is. A link cannot set a header, so whom one works for stands in the address. */
export function registerAuditExport(app: FastifyInstance, desk: ApiDesk, attempts: RefusedAttempts): void {
  app.get<{ Querystring: Record<string, string> }>("/audit.csv", { exposeHeadRoute: false }, async (request, reply) => {
    void reply.header("cache-control", "no-store");
    if (isForeignOrigin(request, desk.config)) return reply.code(403).send({ code: "FORBIDDEN" });
    const { [actingForHeader]: actingFor, ...query } = request.query;
    if (actingFor !== undefined) request.headers[actingForHeader] = actingFor;
    try {
      const context = await httpContext(desk, request, reply, attempts);
      desk.pace.count(`audit.csv of ${context.viewer?.userId ?? request.ip}`, auditExportsPerMinute);
      return await answer(context, query, reply, attempts);
    } catch (error) {
      if (!(error instanceof AccessError)) throw error;
      if (error.retryAfterSeconds !== null) void reply.header("retry-after", String(error.retryAfterSeconds));
      const message = rendered(error.sentence, acceptedLanguage(request.headers["accept-language"]) ?? "en");
      return reply.code(statusOf[error.code] ?? 403).send({ code: error.code, message, requestId: request.id });
    }
  });
}

async function answer(
  request: RequestContext,
  query: Readonly<Record<string, string>>,
  reply: FastifyReply,
  attempts: RefusedAttempts,
): Promise<FastifyReply> {
  const context = signedIn(request);
  try {
    require(context, "audit.export");
  } catch (error) {
    const what = { operation: "audit.export", code: error instanceof AccessError ? error.code : "FORBIDDEN" };
    const subject = { subjectKind: "user", subjectId: context.viewer.userId, subject: context.viewer.name } as const;
    await attempts.note({ ...what, ...subject, ...whoIn(request, context.viewer) });
    throw error;
  }
  const filter = filterShape.safeParse(query);
  if (!filter.success)
    return reply
      .code(400)
      .send({ code: "BAD_USER_INPUT", message: z.prettifyError(filter.error), requestId: request.requestId });
  const given = Object.fromEntries(Object.entries(filter.data).filter(([, value]) => value !== undefined));
  const lines = await exportEntries(context, given, request.language);
  return reply
    .type("text/csv; charset=utf-8; header=present")
    .header("content-disposition", 'attachment; filename="audit.csv"')
    .send(Readable.from(lines));
}
