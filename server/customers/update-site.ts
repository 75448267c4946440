import { decodeId } from "@tierline/shared/id.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { notFound, Refusals } from "../kernel/rejection.ts";
import { changeableCustomer } from "./changeable-customer.ts";
import { checkSite, type SiteInput } from "./check-details.ts";
import { SiteEntity } from "./customer-parts.entity.ts";
import { labelOf } from "@tierline/shared/customer-label.ts";

export interface UpdateSiteInput {
  /** The API's id. */
  readonly id: string;
  /** All of the site: what is left out is emptied. */
  readonly site: SiteInput;
}

/** Answers the UUIDs of the customer and of the site. */
export function updateSite(context: Context, input: UpdateSiteInput): Promise<{ customerId: string; siteId: string }> {
  return transaction(context, async (tx) => {
    const id = decodeId("sit", input.id);
    const site = id === null ? null : await tx.em.findOne(SiteEntity, { id }, { refresh: true });
    if (site === null) throw notFound();
    const customer = await changeableCustomer(tx, site.customer);
    const refusals = new Refusals();
    const details = checkSite(refusals, input.site, site.address ?? null, "site");
    refusals.settle();
    const changes = changesBetween({ name: site.name, address: site.address }, details);
    if (changes.length > 0) {
      Object.assign(site, details);
      await tx.em.flush();
      const subject = say("subject.part", { part: details.name, customer: labelOf(customer) });
      const { path } = customer;
      await recordAudit(tx, {
        operation: "site.update",
        subjectKind: "site",
        subjectId: site.id,
        subject,
        changes,
        path,
      });
    }
    return { customerId: customer.id, siteId: site.id };
  });
}
