import { decodeId } from "@tierline/shared/id.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { eligibilityOf, type EligibilityReason } from "@tierline/shared/eligibility.ts";
import type { OfferingRow } from "../catalog/offering.entity.ts";
import { playbookExists, stockOf } from "../catalog/offering-loaders.ts";
import { toOffering, type OfferingType } from "../catalog/offering.type.ts";
import { customerById } from "../customers/customer-loaders.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { groupBy, listLoader } from "../kernel/loaders.ts";
import { notFound } from "../kernel/rejection.ts";
import type { ServiceRow } from "../services/service.entity.ts";
import { serviceById, serviceRows } from "../services/service-rows.ts";

export interface EligibilityQuestion {
  readonly customerId?: string | null | undefined;
  readonly serviceId?: string | null | undefined;
}

export interface EligibilityAnswer {
  readonly isEligible: boolean;
  readonly reasons: readonly EligibilityReason[];
  /** For an add-on: the customer's services that it goes with, oldest first; the named one alone where one was named. */
  readonly compatible: readonly ServiceRow[];
}

/**
 * Whether an offering can be assigned, to anybody, to a customer or to a service, and every reason why not (O9). All look-ups are
 * batched: a page of a hundred cards costs what one does.
 */
export async function eligibility(
  context: RequestContext,
  offering: OfferingType,
  question: EligibilityQuestion,
): Promise<EligibilityAnswer> {
  const service = await serviceAsked(context, question.serviceId ?? null);
  const customer = await customerAsked(context, question.customerId ?? null, service);
  const sold = customer === null ? offering : toOffering(offering.row, resellerPathOf(customer.path));
  const compatible = customer === null ? [] : await compatibleServices(context, offering.row, customer.id);
  const reasons = eligibilityOf(offering.row, {
    hasPlaybook: (await playbookExists(context).load(offering.row.playbook)) ?? false,
    stock: await stockOf(context, sold),
    customer,
    compatibleServices: customer === null ? null : compatible.length,
    service,
  });
  const named = service === null ? compatible : compatible.filter(({ id }) => id === service.id);
  return { isEligible: reasons.length === 0, reasons, compatible: named };
}

async function serviceAsked(context: RequestContext, id: string | null): Promise<ServiceRow | null> {
  if (id === null) return null;
  const uuid = decodeId("svc", id);
  const service = uuid === null ? null : await serviceById(context).load(uuid);
  if (service === null) throw notFound();
  return service.row;
}

/** The one that was named; else the owner of the named service; else, for a customer's own user, themselves. */
async function customerAsked(context: RequestContext, id: string | null, service: ServiceRow | null) {
  const implied = service?.customer ?? signedIn(context).viewer.customerId;
  if (id === null && implied === null) return null;
  const uuid = id === null ? implied : decodeId("cus", id);
  const customer = uuid === null ? null : await customerById(context).load(uuid);
  if (customer === null || (service !== null && service.customer !== customer.id)) throw notFound();
  return customer;
}

async function compatibleServices(
  context: RequestContext,
  offering: OfferingRow,
  customerId: string,
): Promise<ServiceRow[]> {
  if (offering.kind !== "ADDON") return [];
  const active = await activeServicesOf(context).load(customerId);
  return active.filter(({ serviceType }) => serviceType === offering.serviceType);
}

const activeServicesOf = listLoader<string, ServiceRow>(async ({ em }, customerIds) => {
  const rows = await em.execute<object[]>(
    "select * from service where customer_id in (?) and state = 'ACTIVE' order by id",
    [customerIds],
  );
  return groupBy(serviceRows(em, rows), (row) => row.customer);
});
