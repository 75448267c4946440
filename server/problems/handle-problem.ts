import { decodeId, newId } from "@tierline/shared/id.ts";
import { labelOf } from "@tierline/shared/customer-label.ts";
import { defaultLanguage, languageOf } from "@tierline/shared/language.ts";
import { textLengthMax } from "@tierline/shared/limits.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { checkText } from "../kernel/checked-text.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { Refusals, Rejection } from "../kernel/rejection.ts";
import { notify } from "../notifications/notify.ts";
import { queueMail } from "../notifications/queue-mail.ts";
import { ProblemEntity, TicketEntity, type ProblemRow, type TicketRow } from "./problem.entity.ts";
import { answersFor, handledProblem, handledTicket, recordProblem, resellerNow, type Handled } from "./problem-rows.ts";

interface Said {
  /** The API's id. */
  readonly id: string;
  readonly text?: string | null | undefined;
}

/**
 * Asks the tier above whoever has the problem at present: its people see a ticket and answer it. Answers the problem's UUID.
 * @throws Rejection STATE_CONFLICT when it is with a tier above the viewer's already, or nobody is above
 */
export function escalateProblem(context: Context, input: Said): Promise<string> {
  return transaction(context, async (tx) => {
    const handled = await handledProblem(tx, decodeId("prb", input.id));
    const { problem, tickets } = handled;
    const from = await resellerNow(tx, tickets.findLast(isOpen)?.toReseller ?? problem.reseller);
    if (!answersFor(tx, from)) refuse(say("problem.elsewhere", { reseller: from.name }));
    if (from.parent == null) refuse(say("problem.nobodyAbove"));
    const note = checked(input.text, { isRequired: false });
    const to = await resellerNow(tx, from.parent);
    const openedAt = tx.clock.now();
    await tx.em.insert(TicketEntity, {
      id: newId(openedAt.getTime()),
      path: problem.path,
      problem: problem.id,
      fromReseller: from.id,
      toReseller: to.id,
      note,
      openedById: tx.viewer.userId,
      openedBy: tx.viewer.name,
      openedAt,
      state: "OPEN",
      answer: null,
      answeredBy: null,
      closedAt: null,
      toldAt: null,
    });
    await move(tx, problem, { state: "ESCALATED" });
    const changes = changesBetween({ state: problem.state }, { state: "ESCALATED", to: to.name, note });
    await recordProblem(tx, handled, { operation: "problem.escalate", changes });
    return problem.id;
  });
}

/**
 * What the tier above says to the one that asked; the ticket is then closed. Answers the problem's UUID.
 * @throws Rejection FIELD_OWNED_BY_PARENT for who has not been asked
 */
export function answerTicket(context: Context, input: Said): Promise<string> {
  return transaction(context, async (tx) => {
    const { ticket, ...handled } = await handledTicket(tx, input.id);
    const to = await resellerNow(tx, ticket.toReseller);
    if (!answersFor(tx, to)) {
      const message = say("ticket.notYours", { reseller: to.name });
      throw new Rejection({ code: "FIELD_OWNED_BY_PARENT", message, path: ["id"] });
    }
    const answer = checked(input.text, { isRequired: true });
    const { problem, tickets } = handled;
    await close(tx, ticket, { answer, answeredBy: tx.viewer.name });
    const state = tickets.some((each) => each.id !== ticket.id && isOpen(each)) ? "ESCALATED" : "OPEN";
    await move(tx, problem, { state });
    await recordProblem(tx, handled, {
      operation: "problem.answer",
      changes: changesBetween({ state: problem.state }, { state, answer }),
    });
    await tellAsker(tx, handled, ticket, to.name);
    return problem.id;
  });
}

/** Ends it, with all that was asked about it; whoever reported it is told by mail, with what is said. Answers the problem's UUID. */
export function closeProblem(context: Context, input: Said): Promise<string> {
  return transaction(context, async (tx) => {
    const handled = await handledProblem(tx, decodeId("prb", input.id));
    const { problem, tickets } = handled;
    const closing = checked(input.text, { isRequired: false });
    for (const ticket of tickets.filter(isOpen)) await close(tx, ticket, {});
    await move(tx, problem, { state: "CLOSED", closing, closedAt: tx.clock.now() });
    const changes = changesBetween({ state: problem.state }, { state: "CLOSED", closing });
    await recordProblem(tx, handled, { operation: "problem.close", changes });
    await tellReporter(tx, handled, closing);
    return problem.id;
  });
}

function isOpen({ state }: TicketRow): boolean {
  return state === "OPEN";
}

function checked(text: string | null | undefined, { isRequired }: { readonly isRequired: boolean }): string | null {
  const refusals = new Refusals();
  const rule = { noun: "noun.text", max: textLengthMax, isRequired, isMultiline: true } as const;
  const kept = checkText(refusals, text, rule, "text");
  refusals.settle();
  return kept;
}

function refuse(message: Parameters<Refusals["add"]>[1]): never {
  throw new Rejection({ code: "STATE_CONFLICT", message, path: ["id"] });
}

type Changed = Pick<ProblemRow, "state"> & Partial<Pick<ProblemRow, "closing" | "closedAt">>;

async function move({ em }: Transaction, { id, version }: ProblemRow, changed: Changed): Promise<void> {
  await em.nativeUpdate(ProblemEntity, { id }, { ...changed, version: version + 1 });
}

async function close({ em, clock }: Transaction, { id }: TicketRow, said: Partial<TicketRow>): Promise<void> {
  await em.nativeUpdate(TicketEntity, { id }, { ...said, state: "CLOSED", closedAt: clock.now() });
}

async function tellAsker(
  tx: Transaction,
  { problem, customer }: Handled,
  ticket: TicketRow,
  reseller: string,
): Promise<void> {
  await notify(tx, {
    userId: ticket.openedById,
    path: problem.path,
    kind: "PROBLEM_ANSWERED",
    title: say("problem.notice.answered", { reseller }),
    detail: say("problem.subject", { customer: labelOf(customer) }),
    problemId: problem.id,
    cause: `ticket:${ticket.id}:answered`,
  });
}

/** By one mail, unless they closed it themselves or have no address. */
async function tellReporter(tx: Transaction, { problem, customer }: Handled, closing: string | null): Promise<void> {
  if (problem.reporterEmail === "" || problem.reporterId === tx.viewer.userId) return;
  const language = languageOf(customer.language) ?? defaultLanguage;
  const reseller = (await resellerNow(tx, customer.reseller)).name;
  const lines = [rendered(say("problem.closedMail.text", { reseller }), language), closing ?? "", problem.text];
  await queueMail(tx, {
    path: problem.path,
    cause: `problem:${problem.id}:closed`,
    recipients: [problem.reporterEmail],
    subject: rendered(say("problem.closedMail.subject", { customer: labelOf(customer) }), language),
    body: `${[...lines.filter((line) => line !== ""), reseller].join("\n\n")}\n`,
  });
}
