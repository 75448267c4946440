import { Readable } from "node:stream";
import { bulkKinds } from "@tierline/shared/bulk.ts";
import { decodeId, encodeId } from "@tierline/shared/id.ts";
import { bulkFileBytesMax, bulkFilesPerMinute, csvExportsPerMinute } from "@tierline/shared/limits.ts";
import { acceptedLanguage } from "@tierline/shared/language.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";
import type { RefusedAttempts } from "../audit/refused-attempts.ts";
import { findBulkImport } from "../bulk/find-imports.ts";
import { keepBulkFile } from "../bulk/keep-file.ts";
import { rowFile, type RowFile } from "../bulk/row-files.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { AccessError, notFound, Rejection } from "../kernel/rejection.ts";
import { require } from "../kernel/requires.ts";
import { isForeignOrigin } from "./origin.ts";
import { actingForHeader, httpContext } from "./request-context.ts";
import type { ApiDesk } from "./services.ts";
import { registerUpload, statusOf, type Sent } from "./upload.ts";

const questionShape = z.strictObject({ kind: z.enum(bulkKinds), fileName: z.string().min(1).max(200) });

/**
 * `POST /bulk-files?kind=…&fileName=…`: a file of many things to do, which `planBulk` then rehearses; and
 * `GET /bulk-files/<id>/errors.csv` and `results.csv`: what has become of its rows.
 */
export function registerBulkFiles(app: FastifyInstance, desk: ApiDesk, attempts: RefusedAttempts): void {
  registerUpload(app, desk, attempts, {
    path: "/bulk-files",
    types: ["text/csv"],
    bytesMax: bulkFileBytesMax,
    perMinute: bulkFilesPerMinute,
    operation: "bulk.upload",
    permissions: ["bulk.import"],
    answer,
  });
  type Asked = { Params: { id: string; name: string }; Querystring: Record<string, string> };
  app.get<Asked>("/bulk-files/:id/:name", { exposeHeadRoute: false }, async (request, reply) => {
    void reply.header("cache-control", "no-store");
    if (isForeignOrigin(request, desk.config)) return reply.code(403).send({ code: "FORBIDDEN" });
    const actingFor = request.query[actingForHeader];
    if (actingFor !== undefined) request.headers[actingForHeader] = actingFor;
    try {
      const context = await httpContext(desk, request, reply, attempts);
      desk.pace.count(`exports of ${context.viewer?.userId ?? request.ip}`, csvExportsPerMinute);
      return await sendRows(context, request.params, reply);
    } catch (error) {
      if (!(error instanceof AccessError)) throw error;
      const message = rendered(error.sentence, acceptedLanguage(request.headers["accept-language"]) ?? "en");
      return reply.code(statusOf[error.code] ?? 403).send({ code: error.code, message, requestId: request.id });
    }
  });
}

async function answer(request: RequestContext, { query, body }: Sent, reply: FastifyReply): Promise<FastifyReply> {
  const asked = questionShape.safeParse(query);
  if (!asked.success) {
    const message = z.prettifyError(asked.error);
    return reply.code(400).send({ code: "BAD_USER_INPUT", message, requestId: request.requestId });
  }
  try {
    const id = await keepBulkFile(signedIn(request), { ...asked.data, content: body });
    return reply.code(200).send({ id: encodeId("blk", id) });
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    const [refusal] = error.refusals;
    const message = rendered(refusal!.message, request.language); // a rejection says at least one thing
    return reply.code(422).send({ code: refusal!.code, message, requestId: request.requestId });
  }
}

const files: ReadonlyMap<string, RowFile> = new Map([
  ["errors.csv", "errors"],
  ["results.csv", "results"],
]);

async function sendRows(
  request: RequestContext,
  { id, name }: { readonly id: string; readonly name: string },
  reply: FastifyReply,
): Promise<FastifyReply> {
  const context = signedIn(request);
  require(context, "bulk.import");
  const file = files.get(name);
  const row = await findBulkImport(context, decodeId("blk", id));
  if (file === undefined || row === null || row.rowsDeletedAt != null) throw notFound();
  return reply
    .type("text/csv; charset=utf-8; header=present")
    .header("content-disposition", `attachment; filename="${name}"`)
    .send(Readable.from(rowFile(context, row, { file, language: request.language })));
}
