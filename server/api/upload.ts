import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { acceptedLanguage } from "@tierline/shared/language.ts";
import type { Permission } from "@tierline/shared/permission.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import type { RefusedAttempts } from "../audit/refused-attempts.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { AccessError, invariant } from "../kernel/rejection.ts";
import { require } from "../kernel/requires.ts";
import { isForeignOrigin } from "./origin.ts";
import { whoIn } from "./refused-attempts-plugin.ts";
import { httpContext } from "./request-context.ts";
import type { ApiDesk } from "./services.ts";

/** A file that is handed in by HTTP, because it is larger than a document of the API may be. */
export interface Upload {
  readonly path: string;
  /** None that a form of another site can send. */
  readonly types: readonly string[];
  readonly bytesMax: number;
  readonly perMinute: number;
  /** As the audit trail calls it. */
  readonly operation: string;
  readonly permissions: readonly Permission[];
  answer(request: RequestContext, sent: Sent, reply: FastifyReply): Promise<FastifyReply>;
}

export interface Sent {
  readonly query: unknown;
  readonly key: unknown;
  readonly type: string;
  readonly body: Buffer;
}

export const statusOf: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  CONFLICT: 409,
  RATE_LIMITED: 429,
};

/** Guarded as the API is, before the file is read. */
export function registerUpload(app: FastifyInstance, desk: ApiDesk, attempts: RefusedAttempts, upload: Upload): void {
  const { path, types, bytesMax, perMinute } = upload;
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser([...types], { parseAs: "buffer", bodyLimit: bytesMax }, (_request, body, done) =>
      done(null, body),
    );
    const contexts = new WeakMap<FastifyRequest, RequestContext>();
    scope.post(path, {
      bodyLimit: bytesMax,
      onRequest: async (request, reply) => {
        void reply.header("cache-control", "no-store");
        if (isForeignOrigin(request, desk.config)) return reply.code(403).send({ code: "FORBIDDEN" });
        return refusing(request, reply, async () => {
          const context = await httpContext(desk, request, reply, attempts);
          desk.pace.count(`${path.slice(1)} of ${context.viewer?.userId ?? request.ip}`, perMinute);
          await requireRights(context, attempts, upload);
          contexts.set(request, context);
        });
      },
      handler: (request, reply) =>
        refusing(request, reply, async () => {
          const context = contexts.get(request);
          invariant(context !== undefined, "nobody's file is read");
          const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
          const type = request.headers["content-type"] ?? "";
          const key = request.headers["idempotency-key"];
          return upload.answer(context, { query: request.query, key, type, body }, reply);
        }),
    });
  });
}

/** What a guard throws as an answer of HTTP. */
async function refusing<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  work: () => Promise<T>,
): Promise<T | FastifyReply> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AccessError)) throw error;
    if (error.retryAfterSeconds !== null) void reply.header("retry-after", String(error.retryAfterSeconds));
    const message = rendered(error.sentence, acceptedLanguage(request.headers["accept-language"]) ?? "en");
    return reply.code(statusOf[error.code] ?? 403).send({ code: error.code, message, requestId: request.id });
  }
}

async function requireRights(
  request: RequestContext,
  attempts: RefusedAttempts,
  { permissions, operation }: Upload,
): Promise<void> {
  const context = signedIn(request);
  try {
    for (const permission of permissions) require(context, permission);
  } catch (error) {
    const what = { operation, code: error instanceof AccessError ? error.code : "FORBIDDEN" };
    const subject = { subjectKind: "user", subjectId: context.viewer.userId, subject: context.viewer.name } as const;
    await attempts.note({ ...what, ...subject, ...whoIn(request, context.viewer) });
    throw error;
  }
}
