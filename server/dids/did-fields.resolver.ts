import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { customerById } from "../customers/customer-loaders.ts";
import { CustomerType, toCustomer } from "../customers/customer.type.ts";
import { InventoryItemType } from "../inventory/item.type.ts";
import type { RequestContext } from "../kernel/context.ts";
import { Requires } from "../kernel/requires.ts";
import { DateScalar } from "../kernel/scalars.ts";
import { didOfItem, nextBillingOf, sourceOfItem } from "./did-loaders.ts";
import { DidType, NumberSourceType, toDid } from "./did.type.ts";

@Resolver(() => DidType)
export class DidFieldsResolver {
  @FieldResolver(() => CustomerType, { nullable: true, description: "The customer that has it." })
  async customer(@Root() { row }: DidType, @Ctx() context: RequestContext): Promise<CustomerType | null> {
    const customer = await customerById(context).load(row.customer);
    return customer === null ? null : toCustomer(customer);
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: "The first day of the next month that is charged; null where nothing more comes.",
  })
  async nextBillingOn(@Root() { row }: DidType, @Ctx() context: RequestContext): Promise<string | null> {
    return nextBillingOf(context).load(row.id);
  }
}

@Resolver(() => InventoryItemType)
export class ItemDidResolver {
  @Requires("inventory.view")
  @FieldResolver(() => DidType, {
    nullable: true,
    description: "What a customer has it for, where it is a number that somebody has for fees of its own.",
  })
  async did(@Root() { row }: InventoryItemType, @Ctx() context: RequestContext): Promise<DidType | null> {
    if (row.identifierKind !== "PHONE_NUMBER" || row.customerId === null) return null;
    const did = await didOfItem(context).load(row.id);
    return did === null ? null : toDid(did);
  }

  @Requires("inventory.view")
  @FieldResolver(() => NumberSourceType, {
    nullable: true,
    description: "Where it comes from, where it is a number that was registered by you or below you.",
  })
  async numberSource(
    @Root() { row }: InventoryItemType,
    @Ctx() context: RequestContext,
  ): Promise<NumberSourceType | null> {
    if (row.identifierKind !== "PHONE_NUMBER") return null;
    const source = await sourceOfItem(context).load(row.id);
    if (source === null) return null;
    const { carrierNumber, supplier, kind } = source;
    return Object.assign(new NumberSourceType(), { carrierNumber, supplier, kind });
  }
}
