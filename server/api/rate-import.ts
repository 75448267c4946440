import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";
import { encodeId } from "@tierline/shared/id.ts";
import { deckBytesMax, deckImportsPerMinute, idempotencyKeyLengthMax } from "@tierline/shared/limits.ts";
import { decimalMarks } from "@tierline/shared/rate.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import type { RefusedAttempts } from "../audit/refused-attempts.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { Rejection } from "../kernel/rejection.ts";
import { importDeck } from "../rates/import-deck.ts";
import type { ApiDesk } from "./services.ts";
import { registerUpload, type Sent } from "./upload.ts";

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

/**
 * `POST /rate-decks`: a rate deck as a CSV file. What it makes is a plan: `rateDecks` shows it, `applyRateDeck` applies it. Only
 * `text/csv` is taken, which no form of another site can send.
 */
export function registerRateImport(app: FastifyInstance, desk: ApiDesk, attempts: RefusedAttempts): void {
  registerUpload(app, desk, attempts, {
    path: "/rate-decks",
    types: ["text/csv"],
    bytesMax: deckBytesMax,
    perMinute: deckImportsPerMinute,
    operation: "rateDeck.import",
    permissions: ["rate.edit", "finance.view"],
    answer,
  });
}

async function answer(request: RequestContext, { query, key, body }: Sent, reply: FastifyReply): Promise<FastifyReply> {
  const context = signedIn(request);
  const asked = questionShape.safeParse(query);
  const named = keyShape.safeParse(key);
  const wrong = asked.success && named.success ? null : z.prettifyError((asked.error ?? named.error)!); // one of them failed
  if (!asked.success || !named.success) {
    return reply.code(400).send({ code: "BAD_USER_INPUT", message: wrong, requestId: request.requestId });
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
