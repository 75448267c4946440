import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { encodeId } from "@tierline/shared/id.ts";
import { acceptedLanguage } from "@tierline/shared/language.ts";
import { deckBytesMax, deckImportsPerMinute, idempotencyKeyLengthMax } from "@tierline/shared/limits.ts";
import { decimalMarks } from "@tierline/shared/rate.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import type { RefusedAttempts } from "../audit/refused-attempts.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { AccessError, invariant, Rejection } from "../kernel/rejection.ts";
import { require } from "../kernel/requires.ts";
import { importDeck } from "../rates/import-deck.ts";
import { isForeignOrigin } from "./origin.ts";
import { whoIn } from "./refused-attempts-plugin.ts";
import { httpContext } from "./request-context.ts";
import type { ApiDesk } from "./services.ts";

const questionShape = z.strictObject({
  fileName: z.string().min(1).max(200).default("rates.csv"),
  separator: z.enum([",", ";"]).optional(),
  decimalMark: z.enum(decimalMarks).default("."),
  callingCode: z
    .string()
    .regex(/^\d{0,4}$/)
    .default(""),
  partial: z.enum(["true", "false"]).default("false"),
});
const keyShape = z.string().min(1).max(idempotencyKeyLengthMax);

const statusOf: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  CONFLICT: 409,
  RATE_LIMITED: 429,
};

/**
 * `POST /rate-decks`: a rate deck as a CSV file, which is larger than a document of the API may be. What it makes is a plan: `rateDecks`
 * shows it, `applyRateDeck` applies it. Only `text/csv` is taken, which no form of another site can send.
 */
export function registerRateImport(app: FastifyInstance, desk: ApiDesk, attempts: RefusedAttempts): void {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("text/csv", { parseAs: "buffer", bodyLimit: deckBytesMax }, (_request, body, done) =>
      done(null, body),
    );
    const contexts = new WeakMap<FastifyRequest, RequestContext>();
    scope.post("/rate-decks", {
      bodyLimit: deckBytesMax,
      /** Before the file is read, so that nobody's file is. */
      onRequest: async (request, reply) => {
        void reply.header("cache-control", "no-store");
        if (isForeignOrigin(request, desk.config)) return reply.code(403).send({ code: "FORBIDDEN" });
        return refusing(request, reply, async () => {
          const context = await httpContext(desk, request, reply, attempts);
          desk.pace.count(`rate-decks of ${context.viewer?.userId ?? request.ip}`, deckImportsPerMinute);
          await requireRights(context, attempts);
          contexts.set(request, context);
        });
      },
      handler: (request, reply) =>
        refusing(request, reply, async () => {
          const context = contexts.get(request);
          invariant(context !== undefined, "nobody's file is read");
          const key = request.headers["idempotency-key"];
          return answer(context, { query: request.query, key, body: request.body }, reply);
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

async function requireRights(request: RequestContext, attempts: RefusedAttempts): Promise<void> {
  const context = signedIn(request);
  try {
    require(context, "rate.edit");
    require(context, "finance.view");
  } catch (error) {
    const what = { operation: "rateDeck.import", code: error instanceof AccessError ? error.code : "FORBIDDEN" };
    const subject = { subjectKind: "user", subjectId: context.viewer.userId, subject: context.viewer.name } as const;
    await attempts.note({ ...what, ...subject, ...whoIn(request, context.viewer) });
    throw error;
  }
}

interface Sent {
  readonly query: unknown;
  readonly key: unknown;
  readonly body: unknown;
}

async function answer(request: RequestContext, { query, key, body }: Sent, reply: FastifyReply): Promise<FastifyReply> {
  const context = signedIn(request);
  const asked = questionShape.safeParse(query);
  const named = keyShape.safeParse(key);
  const wrong = asked.success && named.success ? null : z.prettifyError((asked.error ?? named.error)!); // one of them failed
  if (!asked.success || !named.success || !Buffer.isBuffer(body)) {
    return reply.code(400).send({ code: "BAD_USER_INPUT", message: wrong ?? "text/csv", requestId: request.requestId });
  }
  const { fileName, separator, decimalMark, callingCode, partial } = asked.data;
  const input = {
    idempotencyKey: named.data,
    fileName,
    isPartial: partial === "true",
    form: { separator: separator ?? null, decimalMark, callingCode },
    digest: createHash("sha256").update(body).digest("base64url"),
  };
  try {
    const { id, problems, wrongLines } = await importDeck(context, input, body);
    return reply.code(id === null ? 422 : 200).send({
      id: id === null ? null : encodeId("rdk", id),
      wrongLines,
      problems: problems.map(({ message, ...each }) => ({ ...each, message: rendered(message, request.language) })),
    });
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    const [refusal] = error.refusals;
    const message = rendered(refusal!.message, request.language); // a rejection says at least one thing
    return reply.code(409).send({ code: refusal!.code, message, requestId: request.requestId });
  }
}
