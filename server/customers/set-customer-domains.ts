import { labelOf } from "@tierline/shared/customer-label.ts";
import { decodeId, newId } from "@tierline/shared/id.ts";
import { domainLengthMax, domainsMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { Refusals } from "../kernel/rejection.ts";
import { changeableCustomer } from "./changeable-customer.ts";
import type { CustomerRow } from "./customer.entity.ts";
import { CustomerDomainEntity } from "./customer-domain.entity.ts";

export interface SetCustomerDomains {
  /** The API's id. */
  readonly id: string;
  readonly domains: readonly string[];
}

/**
 * The customer's e-mail domains from now on, in place of those there were. Answers the customer's UUID.
 * @throws Rejection INVALID, TOO_LONG, TAKEN (another customer of the same reseller has it)
 */
export function setCustomerDomains(context: Context, input: SetCustomerDomains): Promise<string> {
  return transaction(context, async (tx) => {
    const customer = await changeableCustomer(tx, decodeId("cus", input.id));
    await giveDomains(tx, customer, input.domains);
    return customer.id;
  });
}

/** As a part of a verb, to a customer that it has locked or made. @throws as `setCustomerDomains` */
export async function giveDomains(tx: Transaction, customer: CustomerRow, asked: readonly string[]): Promise<void> {
  const domains = checked(asked);
  // Two who give out the same domain come one after the other.
  await tx.em.execute("select pg_advisory_xact_lock(hashtextextended('domains of ' || ?, 0))", [customer.reseller]);
  const before = await domainsOf(tx, customer.id);
  const changes = changesBetween({ domains: before }, { domains });
  if (changes.length === 0) return;
  await refuseTaken(tx, customer, asked);
  await tx.em.nativeDelete(CustomerDomainEntity, { customer: customer.id });
  const { id, path, reseller } = customer;
  const now = tx.clock.now().getTime();
  const rows = domains.map((domain) => ({ id: newId(now), path, customer: id, reseller, domain }));
  if (rows.length > 0) await tx.em.insertMany(CustomerDomainEntity, rows);
  await recordAudit(tx, {
    operation: "customer.set_domains",
    subjectKind: "customer",
    subjectId: id,
    subject: labelOf(customer),
    changes,
    path,
  });
}

async function domainsOf({ em }: Pick<Transaction, "em">, customer: string): Promise<string[]> {
  const rows = await em.find(CustomerDomainEntity, { customer }, { disableIdentityMap: true });
  return rows.map(({ domain }) => domain).toSorted();
}

/** In one order, so that the same choice is the same rows. */
function checked(domains: readonly string[]): string[] {
  const refusals = new Refusals();
  if (domains.length > domainsMax) refusals.add("TOO_LONG", say("customer.domains", { max: domainsMax }), "domains");
  domains.slice(0, domainsMax).forEach((text, index) => {
    if (!isDomain(normalDomain(text))) refusals.add("INVALID", say("customer.domain"), "domains", String(index));
  });
  refusals.settle();
  return [...new Set(domains.map(normalDomain))].toSorted();
}

/** Only within the customer's own reseller: of others' domains nothing is said, not even that they are taken. */
async function refuseTaken(
  { em }: Transaction,
  customer: { readonly id: string; readonly reseller: string },
  asked: readonly string[],
): Promise<void> {
  const taken = await em.find(
    CustomerDomainEntity,
    { reseller: customer.reseller, customer: { $ne: customer.id }, domain: { $in: asked.map(normalDomain) } },
    { disableIdentityMap: true },
  );
  const refusals = new Refusals();
  asked.forEach((text, index) => {
    const domain = normalDomain(text);
    if (taken.some((row) => row.domain === domain)) {
      refusals.add("TAKEN", say("customer.domainTaken", { domain }), "domains", String(index));
    }
  });
  refusals.settle();
}

function normalDomain(text: string): string {
  return text.trim().toLowerCase();
}

/** Labels of letters, figures and hyphens, two at least (RFC 1035, 2.3.1); other scripts in their ASCII form. */
function isDomain(text: string): boolean {
  return (
    text.length <= domainLengthMax &&
    /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(text)
  );
}
