import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { decodeId, type IdPrefix } from "@tierline/shared/id.ts";
import { acceptedLanguage } from "@tierline/shared/language.ts";
import { invoicePrintsPerMinute } from "@tierline/shared/limits.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import type { RefusedAttempts } from "../audit/refused-attempts.ts";
import { letterheadOf } from "../brands/letterhead.ts";
import { findCreditNotes, linesOfCreditNote } from "../invoices/list-credit-notes.ts";
import { findInvoices, invoiceById, linesOfInvoice } from "../invoices/list-invoices.ts";
import { printCreditNote } from "../invoices/print-credit-note.ts";
import { printInvoice } from "../invoices/print-invoice.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { AccessError, notFound } from "../kernel/rejection.ts";
import { require } from "../kernel/requires.ts";
import { isForeignOrigin } from "./origin.ts";
import { actingForHeader, httpContext, systemContext } from "./request-context.ts";
import type { ApiDesk } from "./services.ts";

const statusOf: Readonly<Record<string, number>> = { UNAUTHENTICATED: 401, NOT_FOUND: 404, RATE_LIMITED: 429 };

/** `GET /invoices/<id>.pdf` and `GET /credit-notes/<id>.pdf`: on paper, guarded as the API is. */
export function registerInvoicePdf(app: FastifyInstance, desk: ApiDesk, attempts: RefusedAttempts): void {
  const register = (folder: string, prefix: IdPrefix, print: Print) =>
    app.get<Asked>(`/${folder}/:file`, { exposeHeadRoute: false }, (request, reply) =>
      answer({ request, reply, desk, attempts }, prefix, print),
    );
  const letterhead = (seller: string) => letterheadOf(systemContext(desk), seller);
  register("invoices", "inv", async (asked, id) => {
    const row = (await findInvoices(signedIn(asked), [id])).get(id);
    if (row === undefined) throw notFound();
    const file = await printInvoice(row, await linesOfInvoice(asked).load(id), await letterhead(row.seller));
    return { name: `invoice-${row.number}.pdf`, file };
  });
  register("credit-notes", "crn", async (asked, id) => {
    const row = (await findCreditNotes(signedIn(asked), [id])).get(id);
    const invoice = row === undefined ? null : await invoiceById(asked).load(row.invoice);
    if (row === undefined || invoice === null) throw notFound();
    const file = await printCreditNote(
      row,
      invoice,
      await linesOfCreditNote(asked).load(id),
      await letterhead(row.seller),
    );
    return { name: `credit-note-${row.number}.pdf`, file };
  });
}

interface Asked {
  Params: { file: string };
  Querystring: Record<string, string>;
}

type Print = (asked: RequestContext, id: string) => Promise<{ readonly name: string; readonly file: Buffer }>;

interface Exchange {
  readonly request: FastifyRequest<Asked>;
  readonly reply: FastifyReply;
  readonly desk: ApiDesk;
  readonly attempts: RefusedAttempts;
}

/** A link cannot set a header, so whom one works for stands in the address. */
async function answer({ request, reply, desk, attempts }: Exchange, prefix: IdPrefix, print: Print) {
  void reply.header("cache-control", "no-store");
  if (isForeignOrigin(request, desk.config)) return reply.code(403).send({ code: "FORBIDDEN" });
  const actingFor = request.query[actingForHeader];
  if (actingFor !== undefined) request.headers[actingForHeader] = actingFor;
  try {
    const asked = await httpContext(desk, request, reply, attempts);
    desk.pace.count(`invoice.pdf of ${asked.viewer?.userId ?? request.ip}`, invoicePrintsPerMinute);
    require(signedIn(asked), "invoice.view");
    const id = decodeId(prefix, request.params.file.replace(/\.pdf$/, ""));
    if (id === null) throw notFound();
    const { name, file } = await print(asked, id);
    return await reply.type("application/pdf").header("content-disposition", `inline; filename="${name}"`).send(file);
  } catch (error) {
    if (!(error instanceof AccessError)) throw error;
    if (error.retryAfterSeconds !== null) void reply.header("retry-after", String(error.retryAfterSeconds));
    const message = rendered(error.sentence, acceptedLanguage(request.headers["accept-language"]) ?? "en");
    return reply.code(statusOf[error.code] ?? 403).send({ code: error.code, message, requestId: request.id });
  }
}
