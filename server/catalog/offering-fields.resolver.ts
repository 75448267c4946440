import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { stockKey } from "../inventory/availability.ts";
import { availableByStock, templateById } from "../inventory/inventory-loaders.ts";
import { InventoryTemplateType, toTemplate } from "../inventory/template.type.ts";
import { TotalCountType } from "../kernel/connection.type.ts";
import type { RequestContext } from "../kernel/context.ts";
import { loader } from "../kernel/loaders.ts";
import { invariant } from "../kernel/rejection.ts";
import { may } from "../kernel/requires.ts";
import { eligibilityOf, noFacts, type EligibilityReason } from "@tierline/shared/eligibility.ts";
import type { OfferingCounts } from "./list-offerings.ts";
import {
  costByListing,
  listingKeyOf,
  ownPriceByListing,
  playbookExists,
  priceByListing,
  requirementsOf,
  stockOf,
} from "./offering-loaders.ts";
import type { OfferingPage } from "./offering.resolver.ts";
import {
  EligibilityReasonType,
  HiddenCountType,
  InventoryRequirementType,
  MarginType,
  OfferingConnectionType,
  OfferingKindCountType,
  OfferingPriceType,
  OfferingType,
  toMargin,
  toOfferingPrice,
} from "./offering.type.ts";
import { marginOf } from "./price-terms.ts";

const noPrice: OfferingPriceType = { setup: null, recurring: null, oneOff: null };

@Resolver(() => OfferingType)
export class OfferingFieldsResolver {
  @FieldResolver(() => OfferingPriceType, {
    description:
      "What it costs customers: by the list that its seller has for them, else the seller's price or that of the nearest above.",
  })
  async price(@Root() offering: OfferingType, @Ctx() context: RequestContext): Promise<OfferingPriceType> {
    const terms = await priceByListing(context).load(listingKeyOf(offering));
    return terms === null ? noPrice : toOfferingPrice(terms);
  }

  @FieldResolver(() => OfferingPriceType, {
    nullable: true,
    description:
      "What it costs customers where no list says otherwise: the seller's own price or that of the nearest above, which `updateOffering` changes. Null without the permission catalog.edit.",
  })
  async ownPrice(@Root() offering: OfferingType, @Ctx() context: RequestContext): Promise<OfferingPriceType | null> {
    if (!may(context, "catalog.edit")) return null;
    const terms = await ownPriceByListing(context).load(listingKeyOf(offering));
    return terms === null ? noPrice : toOfferingPrice(terms);
  }

  @FieldResolver(() => OfferingPriceType, {
    nullable: true,
    description: "What the seller pays for it. Null without the permission finance.view.",
  })
  async cost(@Root() offering: OfferingType, @Ctx() context: RequestContext): Promise<OfferingPriceType | null> {
    if (!may(context, "finance.view")) return null;
    const terms = await costByListing(context).load(listingKeyOf(offering));
    return terms === null ? null : toOfferingPrice(terms);
  }

  @FieldResolver(() => MarginType, {
    nullable: true,
    description: "What is left to the seller. Null without the permission finance.view.",
  })
  async margin(@Root() offering: OfferingType, @Ctx() context: RequestContext): Promise<MarginType | null> {
    if (!may(context, "finance.view")) return null;
    const key = listingKeyOf(offering);
    const terms = marginOf(await priceByListing(context).load(key), await costByListing(context).load(key));
    return terms === null ? null : toMargin(terms);
  }

  @FieldResolver(() => Boolean, { description: "Whether it is paid for each billing period." })
  async isRecurring(@Root() offering: OfferingType, @Ctx() context: RequestContext): Promise<boolean> {
    const terms = await priceByListing(context).load(listingKeyOf(offering));
    return terms !== null && terms.recurring !== null;
  }

  @FieldResolver(() => Boolean, { description: "Whether renewing automatically is preset: for recurring plans only." })
  async autoRenewDefault(@Root() offering: OfferingType, @Ctx() context: RequestContext): Promise<boolean> {
    const terms = await priceByListing(context).load(listingKeyOf(offering));
    return offering.kind === "PLAN" && terms !== null && terms.recurring !== null;
  }

  @FieldResolver(() => [InventoryRequirementType], {
    description: "What it needs from stock, in the order in which it is asked for.",
  })
  async requirements(
    @Root() { row, sellerPath }: OfferingType,
    @Ctx() context: RequestContext,
  ): Promise<InventoryRequirementType[]> {
    const rows = await requirementsOf(context).load(row.id);
    return rows.map((each) =>
      Object.assign(new InventoryRequirementType(), {
        row: each,
        sellerPath,
        slot: each.slot,
        label: each.label,
        isRequired: each.isRequired,
      }),
    );
  }

  @FieldResolver(() => [EligibilityReasonType], {
    description: "What keeps it from being sold to anybody; empty when nothing does.",
  })
  async problems(@Root() offering: OfferingType, @Ctx() context: RequestContext): Promise<EligibilityReason[]> {
    const hasPlaybook = (await playbookExists(context).load(offering.row.playbook)) ?? false;
    return eligibilityOf(offering.row, { ...noFacts, hasPlaybook, stock: await stockOf(context, offering) });
  }
}

@Resolver(() => InventoryRequirementType)
export class InventoryRequirementResolver {
  @FieldResolver(() => InventoryTemplateType, { description: "Of what sort of stock." })
  async template(
    @Root() { row }: InventoryRequirementType,
    @Ctx() context: RequestContext,
  ): Promise<InventoryTemplateType> {
    const template = await templateById(context).load(row.template);
    invariant(template !== null, "what an offering requires is readable wherever the offering is");
    return toTemplate(template);
  }

  @FieldResolver(() => Int, {
    description:
      "How many you can pick from the seller's stock, your own reservations included; counting stops at 10,000. 0 without the permission inventory.view.",
  })
  async available(
    @Root() { row, sellerPath }: InventoryRequirementType,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    if (!may(context, "inventory.view")) return 0;
    return (await availableByStock(context).load(stockKey({ templateId: row.template, path: sellerPath }))) ?? 0;
  }
}

@Resolver(() => OfferingConnectionType)
export class OfferingConnectionResolver {
  @FieldResolver(() => TotalCountType, { description: "How many offerings match." })
  async totalCount(@Root() page: OfferingPage): Promise<TotalCountType> {
    return (await page.counts()).totalCount;
  }

  @FieldResolver(() => [HiddenCountType], {
    description: "How many offerings of the kind asked for are hidden, and why.",
  })
  async hidden(@Root() page: OfferingPage): Promise<OfferingCounts["hidden"]> {
    return (await page.counts()).hidden;
  }

  @FieldResolver(() => [OfferingKindCountType], {
    description: "How many plans and how many add-ons match, whichever kind was asked for.",
  })
  async kindCounts(@Root() page: OfferingPage): Promise<OfferingCounts["kindCounts"]> {
    return (await page.counts()).kindCounts;
  }
}

/** How many offerings require a template, wherever the viewer can see them. */
const offeringCountOf = loader<string, number>(async ({ em }, templateIds) => {
  const rows = await em.execute<{ id: string; count: number }[]>(
    `select template_id as id, count(distinct offering_id)::int as count
     from offering_requirement join offering on offering.id = offering_id where template_id in (?) group by 1`,
    [[...templateIds]],
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
});

@Resolver(() => InventoryTemplateType)
export class TemplateOfferingsResolver {
  @FieldResolver(() => Int, { description: "How many offerings require it." })
  async offeringCount(@Root() { row }: InventoryTemplateType, @Ctx() context: RequestContext): Promise<number> {
    return (await offeringCountOf(context).load(row.id)) ?? 0;
  }
}
