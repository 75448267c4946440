import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";
import { encodeId } from "@tierline/shared/id.ts";
import { callIntakeBytesMax, callIntakesPerMinute, callsPerIntakeMax } from "@tierline/shared/limits.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import { say } from "@tierline/shared/sentence.ts";
import type { RefusedAttempts } from "../audit/refused-attempts.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { AccessError } from "../kernel/rejection.ts";
import { isTooLong, readCalls } from "../rating/read-calls.ts";
import { recordCalls } from "../rating/record-calls.ts";
import type { ApiDesk } from "./services.ts";
import { registerUpload, type Sent } from "./upload.ts";

const questionShape = z.strictObject({
  /** Who tells: calls are told apart by it and their keys. */
  source: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
    .default("calls"),
});

/**
 * `POST /calls`: records of calls, a line each, as `application/x-ndjson` or `text/csv`. Every line has its own answer; one that was
 * recorded before is told and not charged again, so that whoever does not know whether a file arrived sends it again.
 */
export function registerCallIntake(app: FastifyInstance, desk: ApiDesk, attempts: RefusedAttempts): void {
  registerUpload(app, desk, attempts, {
    path: "/calls",
    types: ["application/x-ndjson", "text/csv"],
    bytesMax: callIntakeBytesMax,
    perMinute: callIntakesPerMinute,
    operation: "call.record",
    permissions: ["call.record"],
    answer,
  });
}

async function answer(
  request: RequestContext,
  { query, type, body }: Sent,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const asked = questionShape.safeParse(query);
  if (!asked.success) {
    const message = z.prettifyError(asked.error);
    return reply.code(400).send({ code: "BAD_USER_INPUT", message, requestId: request.requestId });
  }
  const file = body.toString("utf8");
  if (isTooLong(file)) throw new AccessError("BAD_USER_INPUT", say("call.tooMany", { max: callsPerIntakeMax }));
  const lines = await recordCalls(
    signedIn(request),
    asked.data.source,
    readCalls(file, type.startsWith("text/csv") ? "csv" : "json"),
  );
  const count = (outcome: string) => lines.filter((line) => line.outcome === outcome).length;
  return reply.code(200).send({
    recorded: count("RECORDED"),
    repeated: count("REPEATED"),
    refused: count("REFUSED"),
    lines: lines.map(({ callId, problem, ...line }) => ({
      ...line,
      id: callId === null ? null : encodeId("cal", callId),
      problem: problem === null ? null : rendered(problem, request.language),
    })),
  });
}
