import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { parentPathOf } from "@tierline/shared/tier-path.ts";
import { InventoryItemType } from "../inventory/item.type.ts";
import type { RequestContext } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { Requires } from "../kernel/requires.ts";
import { DateScalar } from "../kernel/scalars.ts";
import { resellerById, resellerByPath } from "../resellers/reseller-loaders.ts";
import { ResellerType, toReseller } from "../resellers/reseller.type.ts";
import { nextBillingOf } from "./did-loaders.ts";
import { leaseOfItem, offerOfItem, saleOfItem } from "./number-lease.ts";
import { NumberLeaseType, NumberOfferType, toNumberLease, toNumberOffer } from "./number-offer.type.ts";

@Resolver(() => InventoryItemType)
export class ItemLeaseResolver {
  @Requires("finance.view")
  @FieldResolver(() => NumberLeaseType, {
    nullable: true,
    description: "What you pay the reseller right above for it, where it is a number that you ordered.",
  })
  async lease(@Root() { row }: InventoryItemType, @Ctx() request: RequestContext): Promise<NumberLeaseType | null> {
    if (row.identifierKind !== "PHONE_NUMBER") return null;
    const lease = await leaseOfItem(request).load(row.id);
    return lease === null ? null : toNumberLease(lease);
  }

  @Requires("finance.view")
  @FieldResolver(() => NumberLeaseType, {
    nullable: true,
    description: "What a reseller right below pays you for it, where it is a number that one of them ordered.",
  })
  async sale(@Root() { row }: InventoryItemType, @Ctx() request: RequestContext): Promise<NumberLeaseType | null> {
    if (row.identifierKind !== "PHONE_NUMBER") return null;
    const sale = await saleOfItem(request).load(row.id);
    return sale === null ? null : toNumberLease(sale);
  }

  @Requires("finance.view")
  @FieldResolver(() => NumberOfferType, {
    nullable: true,
    description:
      "What you offer it for to the resellers right below, where it is a number of your stock that you offer.",
  })
  async offer(@Root() { row }: InventoryItemType, @Ctx() request: RequestContext): Promise<NumberOfferType | null> {
    if (row.identifierKind !== "PHONE_NUMBER") return null;
    const offer = await offerOfItem(request).load(row.id);
    return offer === null || offer.path !== row.path ? null : toNumberOffer(offer);
  }
}

@Resolver(() => NumberOfferType)
export class NumberOfferFieldsResolver {
  @FieldResolver(() => String, { description: "The name of whoever offers it." })
  seller(@Root() { row }: NumberOfferType, @Ctx() request: RequestContext): Promise<string> {
    return nameOf(request, row.path);
  }

  @FieldResolver(() => ResellerType, {
    nullable: true,
    description: "The one that it is offered to; null: all that stand right below.",
  })
  async reseller(@Root() { row }: NumberOfferType, @Ctx() request: RequestContext): Promise<ResellerType | null> {
    const reseller = row.reseller == null ? null : await resellerById(request).load(row.reseller);
    return reseller === null ? null : toReseller(reseller);
  }
}

@Resolver(() => NumberLeaseType)
export class NumberLeaseFieldsResolver {
  @FieldResolver(() => String, { description: "The name of whoever sells it." })
  seller(@Root() { row }: NumberLeaseType, @Ctx() request: RequestContext): Promise<string> {
    return nameOf(request, parentPathOf(row.path));
  }

  @FieldResolver(() => ResellerType, { nullable: true, description: "Whoever ordered it." })
  async buyer(@Root() { row }: NumberLeaseType, @Ctx() request: RequestContext): Promise<ResellerType | null> {
    const reseller = await resellerByPath(request).load(row.path);
    return reseller === null ? null : toReseller(reseller);
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: "The first day of the next month that is charged; null where nothing more comes.",
  })
  nextBillingOn(@Root() { row }: NumberLeaseType, @Ctx() request: RequestContext): Promise<string | null> {
    return nextBillingOf(request).load(row.id);
  }
}

async function nameOf(request: RequestContext, path: string): Promise<string> {
  const reseller = await resellerByPath(request).load(path);
  invariant(reseller !== null, "whoever stands above is known by name");
  return reseller.name;
}
