import type * as Demo from "@tierline/shared/demo/model.ts";
import { demoPlaybooks } from "@tierline/shared/demo/playbooks.ts";
import { mayOrder } from "@tierline/shared/customer-state.ts";
import { decimalOf, type Money, ratioPercent, subtractMoney } from "@tierline/shared/money.ts";
import { isAvailable } from "@tierline/shared/inventory-item-state.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import type { EligibilityReasonCode, OfferingFilter, QueryOfferingsArgs } from "../../api/generated/schema.ts";
import { fieldsOf } from "../fields.ts";
import { byText, countsOf, mentions, pageOf } from "../paging.ts";
import { asked, may, needed, rowOf, seen, seenFromBelow, signedIn, type World } from "../world.ts";

export interface Reason {
  readonly code: EligibilityReasonCode;
  readonly message: Sentence;
}
interface Asker {
  readonly customerId?: string | null | undefined;
  readonly serviceId?: string | null | undefined;
}

/** What the viewer's reseller asks, else what the offering's own seller does. */
export function pricesOf(world: World, { prices }: Demo.DemoOffering): Demo.DemoSellerPrices {
  const { resellerId } = signedIn(world);
  return needed(prices.find((each) => each.resellerId === resellerId) ?? prices[0]);
}

/** What lies in the stock that the viewer sells from: nobody sells what they do not hold. */
export function stockOf(world: World, templateId: string): Demo.DemoItem[] {
  const template = rowOf(world.templates, templateId);
  const own = resellerPathOf(signedIn(world).path);
  const stock = template !== null && template.path.length > own.length ? template.path : own;
  return [...world.items.values()].filter((item) => item.templateId === templateId && item.path === stock);
}

export function availableOf(world: World, templateId: string): number {
  return stockOf(world, templateId).filter(({ state }) => isAvailable(state)).length;
}

/** An add-on's services: those of the customer that are active and of its type. */
export function compatibleServices(world: World, offering: Demo.DemoOffering, customerId: string | null) {
  if (offering.kind !== "ADDON" || customerId === null) return [];
  return [...world.services.values()].filter(
    (service) =>
      service.customerId === customerId && service.state === "ACTIVE" && service.serviceType === offering.serviceType,
  );
}

/** Why an offering is not to be had, by anybody and by this customer. */
export function reasonsAgainst(world: World, offering: Demo.DemoOffering, customer: Demo.DemoCustomer | null) {
  const reasons: Reason[] = [];
  const against = (code: EligibilityReasonCode, message: Sentence): void => void reasons.push({ code, message });
  if (!offering.isEnabled) against("DISABLED", say("offering.disabled"));
  for (const { templateId, label } of offering.requirements.filter(({ isRequired }) => isRequired)) {
    if (availableOf(world, templateId) === 0) against("OUT_OF_STOCK", say("offering.outOfStock", { item: label }));
  }
  if (customer === null) return reasons;
  const { kind, homeCountry, state } = customer;
  if (!mayOrder(state)) against("CUSTOMER_STATE", say("offering.customerState"));
  if (!offering.segments.includes(kind))
    against("SEGMENT", say(kind === "BUSINESS" ? "offering.forIndividuals" : "offering.forBusiness"));
  if (offering.countries.length > 0 && !offering.countries.includes(homeCountry))
    against("COUNTRY", say("offering.country", { country: homeCountry }));
  if (offering.kind === "ADDON" && compatibleServices(world, offering, customer.id).length === 0)
    against("NO_COMPATIBLE_SERVICE", say("offering.noService", { type: offering.serviceType }));
  return reasons;
}

export function customerAsked(world: World, { customerId, serviceId }: Asker): Demo.DemoCustomer | null {
  const service = asked(seen(world, world.services.values()), "svc", serviceId);
  const named = asked(seen(world, world.customers), "cus", customerId);
  return named ?? world.customers.find(({ id }) => id === service?.customerId) ?? null;
}

function matches(filter: OfferingFilter | null | undefined, offering: Demo.DemoOffering): boolean {
  return (
    (filter?.kind == null || offering.kind === filter.kind) &&
    (filter?.serviceType == null || offering.serviceType === filter.serviceType) &&
    (filter?.segment == null || offering.segments.includes(filter.segment)) &&
    mentions(filter?.search, offering.name, offering.description, ...offering.facts)
  );
}

function difference(retail: Money | null, wholesale: Money | null): Money | null {
  return retail === null || wholesale === null ? null : subtractMoney(retail, wholesale);
}

function offerings(_: unknown, { filter, ...paging }: QueryOfferingsArgs, world: World) {
  const customer = customerAsked(world, filter ?? {});
  const found = byText(
    seenFromBelow(world, world.offerings).filter((offering) => matches(filter, offering)),
    ({ name }) => name.toLowerCase(),
  );
  const reasonFor = (offering: Demo.DemoOffering): EligibilityReasonCode | null => {
    if (!offering.isEnabled && filter?.includeDisabled !== true) return "DISABLED";
    const codes = customer === null ? [] : reasonsAgainst(world, offering, customer).map(({ code }) => code);
    return codes.find((code) => code === "SEGMENT" || code === "COUNTRY" || code === "NO_COMPATIBLE_SERVICE") ?? null;
  };
  const shown = found.filter((offering) => reasonFor(offering) === null);
  const hidden = Map.groupBy(
    found.filter((offering) => reasonFor(offering) !== null),
    reasonFor,
  );
  return {
    ...pageOf(shown, paging),
    hidden: [...hidden].map(([reason, each]) => ({ reason, count: each.length })),
    kindCounts: countsOf(shown, ["PLAN", "ADDON"] as const, ({ kind }) => kind).map(({ key, count }) => ({
      kind: key,
      count,
    })),
  };
}

export const catalog = {
  Money: fieldsOf<Money>({ amount: decimalOf }),
  Offering: fieldsOf<Demo.DemoOffering>({
    version: () => 1,
    playbook: ({ playbookKey }, _, world) =>
      may(world, "playbook.view") ? demoPlaybooks.find(({ key }) => key === playbookKey) : null,
    autoRenewDefault: ({ kind }) => kind === "PLAN",
    price: (offering, _, world) => pricesOf(world, offering).retail,
    cost: (offering, _, world) => (may(world, "finance.view") ? pricesOf(world, offering).wholesale : null),
    isRecurring: (offering, _, world) => pricesOf(world, offering).retail.recurring !== null,
    margin(offering, _, world) {
      if (!may(world, "finance.view")) return null;
      const { retail, wholesale } = pricesOf(world, offering);
      const recurring = difference(retail.recurring, wholesale.recurring);
      return {
        setup: difference(retail.setup, wholesale.setup),
        recurring,
        oneOff: difference(retail.oneOff, wholesale.oneOff),
        recurringPercent:
          recurring === null || retail.recurring === null ? null : ratioPercent(recurring, retail.recurring),
      };
    },
    problems: (offering, _, world) => reasonsAgainst(world, offering, null),
    eligibility(offering, asker: Asker, world) {
      const customer = customerAsked(world, asker);
      const reasons = reasonsAgainst(world, offering, customer);
      const named = asked(world.services.values(), "svc", asker.serviceId);
      const services = compatibleServices(world, offering, customer?.id ?? null);
      const compatible = named === null ? services : services.filter(({ id }) => id === named.id);
      return { isEligible: reasons.length === 0, reasons, compatibleServices: compatible };
    },
  }),
  InventoryRequirement: fieldsOf<Demo.DemoRequirement>({
    available: ({ templateId }, _, world) => availableOf(world, templateId),
    template: ({ templateId }, _, world) => world.templates.find(({ id }) => id === templateId),
  }),
  Query: fieldsOf<unknown>({
    offering: (_, { id, slug }: { id?: string | null; slug?: string | null }, world) => {
      const mine = seenFromBelow(world, world.offerings);
      return asked(mine, "ofr", id) ?? mine.find((each) => slug != null && each.slug === slug) ?? null;
    },
    offerings,
  }),
};
