import { labelOf } from "@tierline/shared/customer-label.ts";
import { decodeId, encodeId, newId } from "@tierline/shared/id.ts";
import { supportRoles } from "@tierline/shared/kinds.ts";
import { defaultLanguage, languageOf } from "@tierline/shared/language.ts";
import { nameLengthMax, problemsPerHourMax, textLengthMax } from "@tierline/shared/limits.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { changeableCustomer } from "../customers/changeable-customer.ts";
import { ContactEntity } from "../customers/customer-parts.entity.ts";
import type { CustomerRow } from "../customers/customer.entity.ts";
import { checkText } from "../kernel/checked-text.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { Refusals } from "../kernel/rejection.ts";
import { queueMail } from "../notifications/queue-mail.ts";
import { findService } from "../services/service-rows.ts";
import type { ServiceRow } from "../services/service.entity.ts";
import { ProblemEntity } from "./problem.entity.ts";
import { findProblem, recordProblem, resellerNow } from "./problem-rows.ts";

export interface ReportProblemInput {
  readonly idempotencyKey: string;
  /** The API's ids; of who belongs to a customer, that one without it. */
  readonly customerId?: string | null | undefined;
  readonly serviceId?: string | null | undefined;
  readonly application?: string | null | undefined;
  readonly text: string;
}

interface Checked {
  readonly service: ServiceRow | null;
  readonly application: string | null;
  readonly text: string;
}

/**
 * Keeps what is reported and mails it to each support contact of the customer, once each; of nobody of the vendor. Where there is no
 * contact the reseller's own people are told (tell-of-problems.ts). Answers the problem's UUID.
 */
export async function reportProblem(context: Context, input: ReportProblemInput): Promise<string> {
  const { id } = await once(context, "problem.report", input.idempotencyKey, input, async (tx) => ({
    id: await report(tx, input),
  }));
  return id;
}

async function report(tx: Transaction, input: ReportProblemInput): Promise<string> {
  const { viewer } = tx;
  const named = input.customerId ?? (viewer.customerId === null ? null : encodeId("cus", viewer.customerId));
  const customer = await changeableCustomer(tx, named === null ? null : decodeId("cus", named));
  const { service, application, text } = await checked(tx, customer, input);
  const createdAt = tx.clock.now();
  const id = newId(createdAt.getTime());
  const addresses = await supportAddresses(tx, customer.id);
  await tx.em.insert(ProblemEntity, {
    id,
    path: customer.path,
    reseller: customer.reseller,
    customer: customer.id,
    service: service?.id ?? null,
    application,
    text,
    reporterId: viewer.userId,
    reporter: viewer.name,
    reporterEmail: viewer.email,
    state: "OPEN",
    createdAt,
    closedAt: null,
    closing: null,
    mailed: addresses.length,
    toldAt: addresses.length > 0 ? createdAt : null,
    version: 1,
  });
  const about = [service?.name, application].filter((part) => part != null).join(", ");
  await mailTo(tx, addresses, { id, customer, about, text });
  const problem = (await findProblem(tx, id))!; // just inserted
  const changes = changesBetween({}, { service: service?.name, application, text, mailed: addresses.length });
  await recordProblem(tx, { problem, customer }, { operation: "problem.report", changes });
  return id;
}

async function checked(tx: Transaction, customer: CustomerRow, input: ReportProblemInput): Promise<Checked> {
  const refusals = new Refusals();
  const text = checkText(
    refusals,
    input.text,
    { noun: "noun.text", max: textLengthMax, isRequired: true, isMultiline: true },
    "text",
  );
  const application = checkText(
    refusals,
    input.application,
    { noun: "noun.application", max: nameLengthMax },
    "application",
  );
  const service = await serviceOf(tx, customer, input.serviceId ?? null);
  if (input.serviceId != null && service === null) {
    refusals.add("UNKNOWN_REFERENCE", say("problem.unknownService"), "serviceId");
  }
  const lastHour = new Date(tx.clock.now().getTime() - 3_600_000);
  const recent = await tx.em.count(ProblemEntity, { customer: customer.id, createdAt: { $gt: lastHour } });
  if (recent >= problemsPerHourMax) {
    refusals.add("LIMIT_EXCEEDED", say("problem.tooMany", { max: problemsPerHourMax }), "customerId");
  }
  refusals.settle();
  return { service, application, text: text ?? "" };
}

async function serviceOf(tx: Transaction, customer: CustomerRow, apiId: string | null): Promise<ServiceRow | null> {
  const id = apiId === null ? null : decodeId("svc", apiId);
  const service = id === null ? null : await findService(tx, id);
  return service?.customer === customer.id ? service : null;
}

/** Each once, whatever the capitals and however many roles it holds (M6). */
async function supportAddresses({ em }: Transaction, customer: string): Promise<string[]> {
  const contacts = await em.find(ContactEntity, { customer }, { disableIdentityMap: true, orderBy: { id: "asc" } });
  const addresses = new Map<string, string>();
  for (const { email, roles } of contacts) {
    if (email == null || !supportRoles.some((role) => roles.includes(role))) continue;
    if (!addresses.has(email.toLowerCase())) addresses.set(email.toLowerCase(), email);
  }
  return [...addresses.values()];
}

interface Letter {
  readonly id: string;
  readonly customer: CustomerRow;
  readonly about: string;
  readonly text: string;
}

async function mailTo(tx: Transaction, recipients: readonly string[], letter: Letter): Promise<void> {
  if (recipients.length === 0) return;
  const { customer, about, text, id } = letter;
  const { name: reporter, email } = tx.viewer;
  const language = languageOf(customer.language) ?? defaultLanguage;
  const reseller = (await resellerNow(tx, customer.reseller)).name;
  const label = labelOf(customer);
  const lines = [
    say("problem.mail.greeting", { customer: label, reporter: email === "" ? reporter : `${reporter} <${email}>` }),
    ...(about === "" ? [] : [say("problem.mail.about", { about })]),
    text,
    say("problem.mail.end", { reseller }),
  ].map((line) => (typeof line === "string" ? line : rendered(line, language)));
  await queueMail(tx, {
    path: customer.path,
    cause: `problem:${id}`,
    recipients,
    subject: rendered(say("problem.mail.subject", { customer: label }), language),
    body: `${lines.join("\n\n")}\n`,
  });
}
