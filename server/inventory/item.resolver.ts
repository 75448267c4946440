import { decodeId } from "@tierline/shared/id.ts";
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import { signedIn, type Context, type RequestContext } from "../kernel/context.ts";
import type { Page } from "../kernel/paging.ts";
import { notFound } from "../kernel/rejection.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { addItems } from "./add-items.ts";
import { handItemsDown } from "./hand-items-down.ts";
import {
  AddInventoryItemsPayloadType,
  HandInventoryDownPayloadType,
  SellInventoryItemPayloadType,
  UpdateInventoryItemPayloadType,
} from "./inventory-payloads.type.ts";
import {
  AddInventoryItemsInputType,
  HandInventoryDownInputType,
  InventoryItemFilterInput,
  SellInventoryItemInputType,
  UpdateInventoryItemInputType,
} from "./inventory.input.ts";
import type { ItemQuery } from "./item-query.ts";
import { readItemQuestion } from "./item-question.ts";
import { findItem, findItems } from "./item.ts";
import { InventoryItemConnectionType, InventoryItemType, toItemType } from "./item.type.ts";
import { listItems } from "./list-items.ts";
import { sellItem } from "./sell-item.ts";
import { updateItem } from "./update-item.ts";

@Resolver(() => InventoryItemType)
export class InventoryItemResolver {
  @Requires("inventory.view")
  @Query(() => InventoryItemType, {
    nullable: true,
    description: "An item of your tier. Null when none exists for you.",
  })
  async inventoryItem(
    @Arg("id", () => ID, { description: "Id of the item." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<InventoryItemType | null> {
    const uuid = decodeId("itm", id);
    const item = uuid === null ? null : await findItem(signedIn(context), uuid);
    return item === null ? null : toItemType(item);
  }

  @Requires("inventory.view")
  @Query(() => InventoryItemConnectionType, {
    description:
      "Items of your tier by holder and label; a picker's by identifier; a search brings what begins with it first.",
  })
  async inventoryItems(
    @Arg("filter", () => InventoryItemFilterInput, { nullable: true, description: "Which items." })
    filter: InventoryItemFilterInput | null,
    @Arg("search", () => String, {
      nullable: true,
      description: "Beginning or end of identifier or label; several words in any order.",
    })
    search: string | null,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Ctx() context: RequestContext,
  ): Promise<ItemPage> {
    const query = await readItemQuestion(signedIn(context), filter ?? {}, search ?? null);
    return itemPageOf(signedIn(context), query, { first, after });
  }

  @Requires("inventory.add")
  @Mutation(() => AddInventoryItemsPayloadType, {
    description: "Takes up to 500 items into stock: all of them, or none.",
  })
  addInventoryItems(
    @Arg("input", () => AddInventoryItemsInputType, { description: "The items." }) input: AddInventoryItemsInputType,
    @Ctx() context: RequestContext,
  ): Promise<AddInventoryItemsPayloadType> {
    const templateId = idOf("tpl", input.templateId);
    const resellerId = input.resellerId == null ? null : idOf("rsl", input.resellerId);
    const items = input.items.map(({ identifier, label = null, location = null, note = null }) => ({
      identifier,
      label,
      location,
      note,
    }));
    const { idempotencyKey, state = null } = input;
    const verb = () => addItems(signedIn(context), { idempotencyKey, templateId, resellerId, state, items });
    return answered(async () => ({ items: await itemsNow(signedIn(context), await verb()) }), { items: [] });
  }

  @Requires("inventory.edit")
  @Mutation(() => UpdateInventoryItemPayloadType, {
    description: "Changes an item's place, note or, within limits, its state.",
  })
  updateInventoryItem(
    @Arg("input", () => UpdateInventoryItemInputType, { description: "What to change." })
    input: UpdateInventoryItemInputType,
    @Ctx() context: RequestContext,
  ): Promise<UpdateInventoryItemPayloadType> {
    const { version, state, location, note } = input;
    const verb = () => updateItem(signedIn(context), { id: idOf("itm", input.id), version, state, location, note });
    return answered(async () => ({ item: toItemType(await verb()) }), { item: null });
  }

  @Requires("inventory.hand_down")
  @Mutation(() => HandInventoryDownPayloadType, {
    description: "Gives free items to a reseller below: all of them, or none.",
  })
  handInventoryDown(
    @Arg("input", () => HandInventoryDownInputType, { description: "Which items, and to whom." })
    input: HandInventoryDownInputType,
    @Ctx() context: RequestContext,
  ): Promise<HandInventoryDownPayloadType> {
    const itemIds = input.itemIds.map((id) => decodeId("itm", id));
    const resellerId = idOf("rsl", input.resellerId);
    const verb = () => handItemsDown(signedIn(context), { idempotencyKey: input.idempotencyKey, itemIds, resellerId });
    return answered(async () => ({ items: await itemsNow(signedIn(context), await verb()) }), { items: [] });
  }

  @Requires("inventory.sell")
  @Mutation(() => SellInventoryItemPayloadType, {
    description: "Sells an item to a customer, for good and without a service.",
  })
  sellInventoryItem(
    @Arg("input", () => SellInventoryItemInputType, { description: "Which item, and to whom." })
    input: SellInventoryItemInputType,
    @Ctx() context: RequestContext,
  ): Promise<SellInventoryItemPayloadType> {
    const { idempotencyKey, note = null } = input;
    const [itemId, customerId] = [idOf("itm", input.itemId), idOf("cus", input.customerId)];
    const verb = () => sellItem(signedIn(context), { idempotencyKey, itemId, customerId, note });
    return answered(async () => ({ item: (await itemsNow(signedIn(context), [await verb()]))[0] ?? null }), {
      item: null,
    });
  }
}

export interface ItemPage extends Page<InventoryItemType> {
  readonly query: ItemQuery;
}

export async function itemPageOf(
  context: Context,
  query: ItemQuery,
  page: { first: number; after: string | null },
): Promise<ItemPage> {
  const found = await listItems(context, query, page);
  const edges = found.edges.map(({ cursor, node }) => ({ cursor, node: toItemType(node) }));
  return { edges, nodes: edges.map(({ node }) => node), pageInfo: found.pageInfo, query };
}

function idOf(prefix: "tpl" | "rsl" | "itm" | "cus", text: string): string {
  const id = decodeId(prefix, text);
  if (id === null) throw notFound();
  return id;
}

async function itemsNow(context: Context, ids: readonly string[]): Promise<InventoryItemType[]> {
  const found = await findItems(context, ids);
  return ids.flatMap((id) => found.get(id) ?? []).map(toItemType);
}
