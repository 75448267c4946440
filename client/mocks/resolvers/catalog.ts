import type * as Demo from "@tierline/shared/demo/model.ts";
import { demoPlaybooks } from "@tierline/shared/demo/playbooks.ts";
import { type EligibilityReason, eligibilityOf, isSoldIn } from "@tierline/shared/eligibility.ts";
import { decimalOf, type Money, ratioPercent, subtractMoney } from "@tierline/shared/money.ts";
import { isAvailable } from "@tierline/shared/inventory-item-state.ts";
import { isWithin, resellerPathOf } from "@tierline/shared/tier-path.ts";
import type { EligibilityReasonCode, OfferingFilter, QueryOfferingsArgs } from "../../api/generated/schema.ts";
import { fieldsOf } from "../fields.ts";
import { byText, countsOf, mentions, pageOf } from "../paging.ts";
import { asked, may, needed, reservationsOf, rowOf, seen, seenFromBelow, signedIn, type World } from "../world.ts";

interface Asker {
  readonly customerId?: string | null | undefined;
  readonly serviceId?: string | null | undefined;
}

/** What the viewer's reseller asks, else what the offering's own seller does. */
export function pricesOf(world: World, { prices }: Demo.DemoOffering): Demo.DemoSellerPrices {
  const { resellerId } = signedIn(world);
  return needed(prices.find((each) => each.resellerId === resellerId) ?? prices[0]);
}

/** What a tier sells: what it made, and what those above offer it. */
export function offeredAt(world: World, path: string): Demo.DemoOffering[] {
  const own = resellerPathOf(path);
  return world.offerings.filter((offering) => isWithin(own, offering.path));
}

export function stockAt(world: World, templateId: string, path: string): Demo.DemoItem[] {
  return [...world.items.values()].filter((item) => item.templateId === templateId && item.path === path);
}

/** What lies in the stock that the viewer sells from: nobody sells what they do not hold. */
export function stockOf(world: World, templateId: string): Demo.DemoItem[] {
  const template = rowOf(world.templates, templateId);
  const own = resellerPathOf(signedIn(world).path);
  return stockAt(world, templateId, template !== null && template.path.length > own.length ? template.path : own);
}

/** What the viewer could pick: what is free, and what they have set aside themselves. */
export function availableOf(world: World, templateId: string): number {
  const mine = new Set(reservationsOf(world).map(({ itemId }) => itemId));
  return stockOf(world, templateId).filter(({ id, state }) => isAvailable(state) || mine.has(id)).length;
}

/** An add-on's services: those of the customer that are active and of its type. */
export function compatibleServices(world: World, offering: Demo.DemoOffering, customerId: string | null) {
  if (offering.kind !== "ADDON" || customerId === null) return [];
  return [...world.services.values()].filter(
    (service) =>
      service.customerId === customerId && service.state === "ACTIVE" && service.serviceType === offering.serviceType,
  );
}

/** Why an offering is not to be had, by anybody, by this customer and for this service. */
export function reasonsAgainst(
  world: World,
  offering: Demo.DemoOffering,
  customer: Demo.DemoCustomer | null,
  service: Demo.DemoService | null = null,
): EligibilityReason[] {
  const stock = offering.requirements.map(({ templateId, label, isRequired }) => {
    return { label, isRequired, available: availableOf(world, templateId) };
  });
  const compatible = compatibleServices(world, offering, customer?.id ?? null).length;
  const compatibleCount = customer === null ? null : compatible;
  return eligibilityOf(offering, { hasPlaybook: true, stock, customer, compatibleServices: compatibleCount, service });
}

function serviceAsked(world: World, id: string | null | undefined): Demo.DemoService | null {
  return asked(seen(world, world.services.values()), "svc", id);
}

export function customerAsked(world: World, { customerId, serviceId }: Asker): Demo.DemoCustomer | null {
  const service = serviceAsked(world, serviceId);
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

/** The catalog of whoever sells to that customer, else the viewer's; who edits it sees what tiers below have made, too. */
function catalogOf(world: World, filter: OfferingFilter, customer: Demo.DemoCustomer | null): Demo.DemoOffering[] {
  const offered = offeredAt(world, customer?.path ?? signedIn(world).path);
  return filter.includeDisabled === true ? [...new Set([...offered, ...seen(world, world.offerings)])] : offered;
}

/** Why the list leaves an offering out: first what the asker cannot lift, last the kind of customer. */
function hiddenBy(world: World, filter: OfferingFilter, customer: Demo.DemoCustomer | null) {
  const service = serviceAsked(world, filter.serviceId);
  const active = [...world.services.values()].filter(
    ({ customerId, state }) => customerId === customer?.id && state === "ACTIVE",
  );
  const addable = service === null && customer === null ? null : service === null ? active : [service];
  return (offering: Demo.DemoOffering): EligibilityReasonCode | null => {
    if (!offering.isEnabled && filter.includeDisabled !== true) return "DISABLED";
    if (customer !== null && !isSoldIn(offering, customer.homeCountry)) return "COUNTRY";
    const fits = addable?.some(({ serviceType }) => serviceType === offering.serviceType) ?? true;
    if (offering.kind === "ADDON" && !fits) return "NO_COMPATIBLE_SERVICE";
    return customer !== null && !offering.segments.includes(customer.kind) ? "SEGMENT" : null;
  };
}

function offerings(_: unknown, { filter, ...paging }: QueryOfferingsArgs, world: World) {
  const customer = customerAsked(world, filter ?? {});
  const found = byText(
    catalogOf(world, filter ?? {}, customer).filter((offering) => matches(filter, offering)),
    ({ name }) => name.toLowerCase(),
  );
  const reasonFor = hiddenBy(world, filter ?? {}, customer);
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
    package: ({ packageTerms }) => packageTerms,
    playbook: ({ playbookKey }, _, world) =>
      may(world, "playbook.view") ? demoPlaybooks.find(({ key }) => key === playbookKey) : null,
    autoRenewDefault: ({ kind }) => kind === "PLAN",
    price: (offering, _, world) => pricesOf(world, offering).retail,
    ownPrice: (offering, _, world) => (may(world, "catalog.edit") ? pricesOf(world, offering).retail : null),
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
      const named = serviceAsked(world, asker.serviceId);
      const reasons = reasonsAgainst(world, offering, customer, named);
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
      const offered = offeredAt(world, signedIn(world).path);
      return (
        asked(seenFromBelow(world, world.offerings), "ofr", id) ??
        offered.findLast((each) => slug != null && each.slug === slug) ??
        null
      );
    },
    offerings,
  }),
};
