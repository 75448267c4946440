import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";
import { encodeId } from "@tierline/shared/id.ts";
import { screeningFileBytesMax, screeningFilesPerMinute } from "@tierline/shared/limits.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import type { RefusedAttempts } from "../audit/refused-attempts.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { Rejection } from "../kernel/rejection.ts";
import { keepScreeningFile } from "../screening/keep-file.ts";
import type { ApiDesk } from "./services.ts";
import { registerUpload, type Sent } from "./upload.ts";

const questionShape = z.strictObject({ fileName: z.string().min(1).max(200) });

/**
 * `POST /screening-files`: a file of a published list, kept for a day until `importScreeningList` names it. Only `text/csv` is taken,
 * which no form of another site can send.
 */
export function registerScreeningFiles(app: FastifyInstance, desk: ApiDesk, attempts: RefusedAttempts): void {
  registerUpload(app, desk, attempts, {
    path: "/screening-files",
    types: ["text/csv"],
    bytesMax: screeningFileBytesMax,
    perMinute: screeningFilesPerMinute,
    operation: "screening.import",
    permissions: ["screening.import"],
    answer,
  });
}

async function answer(request: RequestContext, { query, body }: Sent, reply: FastifyReply): Promise<FastifyReply> {
  const asked = questionShape.safeParse(query);
  if (!asked.success) {
    const message = z.prettifyError(asked.error);
    return reply.code(400).send({ code: "BAD_USER_INPUT", message, requestId: request.requestId });
  }
  try {
    const id = await keepScreeningFile(signedIn(request), asked.data.fileName, body);
    return reply.code(200).send({ id: encodeId("sfl", id), bytes: body.length });
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    const [refusal] = error.refusals;
    const message = rendered(refusal!.message, request.language); // a rejection says at least one thing
    return reply.code(422).send({ code: refusal!.code, message, requestId: request.requestId });
  }
}
