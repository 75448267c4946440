import { Readable } from "node:stream";
import { csvExportsPerMinute } from "@tierline/shared/limits.ts";
import { acceptedLanguage } from "@tierline/shared/language.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { RefusedAttempts } from "../audit/refused-attempts.ts";
import { signedIn, type Context, type RequestContext } from "../kernel/context.ts";
import { AccessError, notFound } from "../kernel/rejection.ts";
import { require } from "../kernel/requires.ts";
import type { CsvFileRow } from "../reports/csv-file.entity.ts";
import { bodyOf, ownFile, ownFiles } from "../reports/csv-file.ts";
import { exportList } from "../reports/export-list.ts";
import { exportsByKey } from "../reports/exports.ts";
import { isForeignOrigin } from "./origin.ts";
import { whoIn } from "./refused-attempts-plugin.ts";
import { actingForHeader, httpContext } from "./request-context.ts";
import type { ApiDesk } from "./services.ts";

const statusOf: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  RATE_LIMITED: 429,
};

/**
 * `GET /exports/<list>.csv`: a list as a file, guarded as the API is; its filters stand in the address, and whom one works for. Of a
 * long list it answers 202 and what is being made, which `GET /exports/<id>` tells again and `GET /exports/<id>.csv` hands out;
 * `GET /exports` lists one's own.
 */
export function registerCsvExports(app: FastifyInstance, desk: ApiDesk, attempts: RefusedAttempts): void {
  type Asked = { Params: { name?: string }; Querystring: Record<string, string> };
  const answerTo = async (request: FastifyRequest<Asked>, reply: FastifyReply) => {
    void reply.header("cache-control", "no-store");
    if (isForeignOrigin(request, desk.config)) return reply.code(403).send({ code: "FORBIDDEN" });
    const { [actingForHeader]: actingFor, ...query } = request.query;
    if (actingFor !== undefined) request.headers[actingForHeader] = actingFor;
    try {
      const context = await httpContext(desk, request, reply, attempts);
      const { name } = request.params;
      if (name === undefined) return await reply.send({ files: (await ownFiles(signedIn(context))).map(toldOf) });
      if (/^[0-9a-f-]{36}(\.csv)?$/.test(name)) return await answerFile(signedIn(context), name, reply);
      desk.pace.count(`exports of ${context.viewer?.userId ?? request.ip}`, csvExportsPerMinute);
      return await answer(context, name, query, reply, attempts);
    } catch (error) {
      if (!(error instanceof AccessError)) throw error;
      if (error.retryAfterSeconds !== null) void reply.header("retry-after", String(error.retryAfterSeconds));
      const message = rendered(error.sentence, acceptedLanguage(request.headers["accept-language"]) ?? "en");
      return reply.code(statusOf[error.code] ?? 403).send({ code: error.code, message, requestId: request.id });
    }
  };
  app.get<Asked>("/exports", { exposeHeadRoute: false }, answerTo);
  app.get<Asked>("/exports/:name", { exposeHeadRoute: false }, answerTo);
}

function toldOf({ id, list, state, rowCount, createdAt, endedAt }: CsvFileRow) {
  return { id, list, state, rows: rowCount, askedAt: createdAt, endedAt: endedAt ?? null };
}

async function answerFile(context: Context, name: string, reply: FastifyReply): Promise<FastifyReply> {
  const file = await ownFile(context, name.replace(/\.csv$/, ""));
  if (!name.endsWith(".csv")) return reply.send(toldOf(file));
  if (file.state !== "READY") throw notFound();
  return asCsv(reply, file.list).send(Readable.from(bodyOf(context, file)));
}

function asCsv(reply: FastifyReply, list: string): FastifyReply {
  return reply
    .type("text/csv; charset=utf-8; header=present")
    .header("content-disposition", `attachment; filename="${list}.csv"`);
}

async function answer(
  request: RequestContext,
  file: string,
  query: Readonly<Record<string, string>>,
  reply: FastifyReply,
  attempts: RefusedAttempts,
): Promise<FastifyReply> {
  const context = signedIn(request);
  const list = exportsByKey.get(file.replace(/\.csv$/, ""));
  if (list === undefined) throw notFound();
  try {
    require(context, list.permission);
  } catch (error) {
    const what = { operation: "list.export", code: error instanceof AccessError ? error.code : "FORBIDDEN" };
    const subject = { subjectKind: "user", subjectId: context.viewer.userId, subject: context.viewer.name } as const;
    await attempts.note({ ...what, ...subject, ...whoIn(request, context.viewer) });
    throw error;
  }
  const filter = list.filter.safeParse(query);
  if (!filter.success)
    return reply
      .code(400)
      .send({ code: "BAD_USER_INPUT", message: z.prettifyError(filter.error), requestId: request.requestId });
  const made = await exportList(context, list, filter.data, query);
  if (typeof made === "string") return asCsv(reply, list.key).send(made);
  return reply.code(202).header("location", `/exports/${made.id}`).send(toldOf(made));
}
