import { decodeId } from "@tierline/shared/id.ts";
import { labelOf } from "@tierline/shared/customer-label.ts";
import { say } from "@tierline/shared/sentence.ts";
import { isWithin } from "@tierline/shared/tier-path.ts";
import { recordAudit, type AuditRecord } from "../audit/record.ts";
import { CustomerEntity, type CustomerRow } from "../customers/customer.entity.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { groupBy, listLoader, loader } from "../kernel/loaders.ts";
import { invariant, notFound, Rejection } from "../kernel/rejection.ts";
import { ResellerEntity, type ResellerRow } from "../resellers/reseller.entity.ts";
import { ProblemEntity, TicketEntity, type ProblemRow, type TicketRow } from "./problem.entity.ts";

const fresh = { disableIdentityMap: true } as const;

export const problemById = loader<string, ProblemRow>(async ({ em }, ids) => {
  const rows = await em.find(ProblemEntity, { id: { $in: [...ids] } }, fresh);
  return new Map(rows.map((row) => [row.id, row]));
});

/** Of a problem, the oldest first. */
export const ticketsOf = listLoader<string, TicketRow>(async ({ em }, ids) => {
  const rows = await em.find(TicketEntity, { problem: { $in: [...ids] } }, { ...fresh, orderBy: { id: "asc" } });
  return groupBy(rows, (row) => row.problem);
});

export async function findProblem({ em }: Pick<Context, "em">, id: string): Promise<ProblemRow | null> {
  return em.findOne(ProblemEntity, { id }, fresh);
}

/** Told whenever anything about the problem has changed. */
export function problemTopic(id: string): string {
  return `problem:${id}`;
}

export interface Handled {
  readonly problem: ProblemRow;
  readonly customer: CustomerRow;
  readonly tickets: readonly TicketRow[];
}

/**
 * A problem that something is done about, with its tickets; locked, so that two who do something come one after the other.
 * @throws AccessError NOT_FOUND, Rejection STATE_CONFLICT when it is closed
 */
export async function handledProblem(tx: Transaction, id: string | null): Promise<Handled> {
  if (id === null) throw notFound();
  await tx.em.execute("select 1 from problem where id = ? for update", [id]);
  const problem = await findProblem(tx, id);
  if (problem === null) throw notFound();
  if (problem.state === "CLOSED") {
    throw new Rejection({ code: "STATE_CONFLICT", message: say("problem.closed"), path: ["id"] });
  }
  const tickets = await tx.em.find(TicketEntity, { problem: id }, { ...fresh, orderBy: { id: "asc" } });
  return { problem, customer: await customerOf(tx, problem), tickets };
}

/** The problem of a ticket, as `handledProblem`. */
export async function handledTicket(tx: Transaction, apiId: string): Promise<Handled & { readonly ticket: TicketRow }> {
  const id = decodeId("tkt", apiId);
  const found = id === null ? null : await tx.em.findOne(TicketEntity, { id }, fresh);
  if (found === null) throw notFound();
  const handled = await handledProblem(tx, found.problem);
  const ticket = handled.tickets.find((each) => each.id === id);
  invariant(ticket !== undefined, "a ticket stays with its problem");
  if (ticket.state === "OPEN") return { ...handled, ticket };
  throw new Rejection({ code: "STATE_CONFLICT", message: say("ticket.closed"), path: ["id"] });
}

async function customerOf({ em }: Transaction, problem: ProblemRow): Promise<CustomerRow> {
  const customer = await em.findOne(CustomerEntity, { id: problem.customer }, fresh);
  invariant(customer !== null, "whoever sees a problem sees its customer");
  return customer;
}

/** Resellers above can be read by those below, so that it can be said who was asked. */
export async function resellerNow({ em }: Pick<Context, "em">, id: string): Promise<ResellerRow> {
  const reseller = await em.findOne(ResellerEntity, { id }, fresh);
  invariant(reseller !== null, "a problem's resellers stand above it or are its own");
  return reseller;
}

/** Whether the viewer's tier is this reseller's, or above it. */
export function answersFor({ viewer }: Pick<Context, "viewer">, reseller: Pick<ResellerRow, "path">): boolean {
  return isWithin(reseller.path, viewer.path);
}

/** Moves the problem, tells who watches it, and writes down who did what. */
export async function recordProblem(
  tx: Transaction,
  { problem, customer }: Pick<Handled, "problem" | "customer">,
  record: Pick<AuditRecord, "operation" | "changes">,
): Promise<void> {
  await recordAudit(tx, {
    ...record,
    subjectKind: "problem",
    subjectId: problem.id,
    subject: say("problem.subject", { customer: labelOf(customer) }),
    path: problem.path,
  });
  tx.announce({ topic: problemTopic(problem.id), path: problem.path, sequence: tx.clock.now().getTime() });
}
