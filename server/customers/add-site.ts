import { decodeId, newId } from "@tierline/shared/id.ts";
import { sitesMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { Refusals } from "../kernel/rejection.ts";
import { changeableCustomer } from "./changeable-customer.ts";
import { checkSite, type SiteInput } from "./check-details.ts";
import type { CustomerRow } from "./customer.entity.ts";
import { SiteEntity } from "./customer-parts.entity.ts";
import { labelOf } from "@tierline/shared/customer-label.ts";

export interface AddSiteInput {
  readonly idempotencyKey: string;
  /** The API's id. */
  readonly customerId: string;
  readonly site: SiteInput;
}

/** Answers the UUIDs of the customer and of the new site. */
export function addSite(context: Context, input: AddSiteInput): Promise<{ customerId: string; siteId: string }> {
  return once(context, "site.add", input.idempotencyKey, input, async (tx) => {
    const customer = await changeableCustomer(tx, decodeId("cus", input.customerId));
    return { customerId: customer.id, siteId: await insertSite(tx, customer, input.site) };
  });
}

/** As a part of a verb, to a customer that it has locked. Answers the site's UUID. @throws Rejection with every wrong field of the `site` */
export async function insertSite(tx: Transaction, customer: CustomerRow, site: SiteInput): Promise<string> {
  const refusals = new Refusals();
  const details = checkSite(refusals, site, null, "site");
  const count = await tx.em.count(SiteEntity, { customer: customer.id });
  if (count >= sitesMax) refusals.add("TOO_LONG", say("customer.sites", { max: sitesMax }), "site");
  refusals.settle();
  const { path } = customer;
  const siteId = newId(tx.clock.now().getTime());
  await tx.em.insert(SiteEntity, { ...details, id: siteId, path, customer: customer.id, version: 1 });
  const subject = say("subject.part", { part: details.name, customer: labelOf(customer) });
  const changes = changesBetween({}, details);
  await recordAudit(tx, { operation: "site.add", subjectKind: "site", subjectId: siteId, subject, changes, path });
  return siteId;
}
