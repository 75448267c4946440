import { say, type Words } from "@tierline/shared/sentence.ts";
import type * as Demo from "@tierline/shared/demo/model.ts";
import { formatIdentifier, maskIdentifier } from "@tierline/shared/identifier.ts";
import { decodeId, encodeId, newId } from "@tierline/shared/id.ts";
import { inventoryItemStates, isAvailable } from "@tierline/shared/inventory-item-state.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { reservationMinutes, reservationMinutesMax } from "@tierline/shared/limits.ts";
import type {
  MutationExtendReservationArgs,
  MutationReleaseReservationArgs,
  MutationReserveInventoryItemArgs,
  QueryInventoryItemsArgs,
} from "../../api/generated/schema.ts";
import { fieldsOf, refusal } from "../fields.ts";
import { byText, countsOf, mentions, newestFirst, pageOf, type Paging } from "../paging.ts";
import {
  asked,
  moveItem,
  needed,
  refuseUnless,
  reservationsOf,
  type Reservation,
  resellerOf,
  rowOf,
  seen,
  seenFromBelow,
  signedIn,
  type StockChange,
  type World,
} from "../world.ts";
import { availableOf, stockOf } from "./catalog.ts";
import { tierNode, tierPathOf } from "./viewer.ts";

const minuteMs = 60_000;

function countsByState(items: readonly Demo.DemoItem[]) {
  return countsOf(items, inventoryItemStates, ({ state }) => state).map(({ key, count }) => ({ state: key, count }));
}

/** Gives an item back to where it was; a run that has taken it keeps it. */
export function letGo(world: World, { id, itemId, before }: Reservation, reason: Words): void {
  world.reservations.delete(id);
  if (world.items.get(itemId)?.state !== "RESERVED") return;
  moveItem(world, itemId, before, { actor: signedIn(world).name, reason });
}

/** Whether it lies outside the stock that its template counts. */
function isHandedDown(world: World, { path, templateId }: Demo.DemoItem): boolean {
  return path !== resellerPathOf(signedIn(world).path) && path !== rowOf(world.templates, templateId)?.path;
}

/** The items that are asked for, whatever their state and whatever is searched for. */
function groundOf(world: World, filter: QueryInventoryItemsArgs["filter"]): Demo.DemoItem[] {
  const template = asked(world.templates, "tpl", filter?.templateId);
  const customer = asked(world.customers, "cus", filter?.customerId);
  const service = asked(world.services.values(), "svc", filter?.serviceId);
  const isPicker = filter?.isAvailable === true;
  const rows = isPicker && template !== null ? stockOf(world, template.id) : seen(world, world.items.values());
  return rows.filter(
    (item) =>
      (template === null || item.templateId === template.id) &&
      (filter?.identifierKind == null || item.identifierKind === filter.identifierKind) &&
      (customer === null || item.customerId === customer.id) &&
      (service === null || item.serviceId === service.id) &&
      (filter?.location == null || item.location === filter.location) &&
      (filter?.isHandedDown == null || isHandedDown(world, item) === filter.isHandedDown),
  );
}

function itemsAsked(world: World, ground: readonly Demo.DemoItem[], { filter, search }: QueryInventoryItemsArgs) {
  const mine = new Set(reservationsOf(world).map(({ itemId }) => itemId));
  return ground.filter(
    (item) =>
      (filter?.state == null || filter.state.includes(item.state)) &&
      (filter?.isAvailable == null || (isAvailable(item.state) || mine.has(item.id)) === filter.isAvailable) &&
      mentions(search, item.label, item.identifier, formatIdentifier(item.identifierKind, item.identifier)),
  );
}

function reserve(_: unknown, { input }: MutationReserveInventoryItemArgs, world: World) {
  const user = signedIn(world);
  const held = reservationsOf(world).find(
    ({ itemId }) => input.itemId != null && itemId === decodeId("itm", input.itemId),
  );
  const known = world.reservations.get(world.made.get(input.idempotencyKey) ?? "") ?? held;
  if (known !== undefined) return { reservation: known, userErrors: [] };
  const template = asked(world.templates, "tpl", input.templateId);
  const wanted = asked(seen(world, world.items.values()), "itm", input.itemId);
  const free = seen(world, world.items.values()).filter(
    (each) => each.templateId === (wanted?.templateId ?? template?.id) && isAvailable(each.state),
  );
  const item = wanted ?? free[0];
  if (item === undefined || !isAvailable(item.state)) {
    const message =
      wanted === null
        ? say("item.noneFree", { template: template?.label ?? "" })
        : say("item.taken", { item: wanted.label });
    const error = refusal("NOT_AVAILABLE", message, [wanted === null ? "templateId" : "itemId"]);
    const suggestedItem = free[0] ?? null;
    return { reservation: null, userErrors: [{ ...error, __typename: "ItemNotAvailableError", suggestedItem }] };
  }
  const replaced = asked(reservationsOf(world), "rsv", input.replacesReservationId);
  if (replaced !== null) letGo(world, replaced, say("custody.released"));
  const now = Date.now();
  const reservation: Reservation = {
    id: newId(),
    itemId: item.id,
    userId: user.id,
    reservedAt: new Date(now),
    expiresAt: new Date(now + reservationMinutes * minuteMs),
    extendableUntil: new Date(now + reservationMinutesMax * minuteMs),
    before: item.state,
  };
  world.reservations.set(reservation.id, reservation);
  world.made.set(input.idempotencyKey, reservation.id);
  moveItem(world, item.id, "RESERVED", { actor: user.name, reason: say("custody.reserved") });
  return { reservation, userErrors: [] };
}

/** Nobody in the demo world has ordered a number from above, or offers one. */
function costOfNone(world: World): null {
  refuseUnless(world, "finance.view");
  return null;
}

export const stock = {
  InventoryTemplate: fieldsOf<Demo.DemoTemplate>({
    version: () => 1,
    available: ({ id }, _, world) => availableOf(world, id),
    counts: ({ id }, _, world) => countsByState(stockOf(world, id)),
    offeringCount: ({ id }, _, world) =>
      world.offerings.filter(({ requirements }) => requirements.some(({ templateId }) => templateId === id)).length,
  }),
  InventoryItem: fieldsOf<Demo.DemoItem>({
    version: ({ custody }) => custody.length,
    maskedIdentifier: ({ identifierKind, identifier }) => maskIdentifier(identifierKind, identifier),
    template: ({ templateId }, _, world) => rowOf(world.templates, templateId),
    tierPath: ({ path }, _, world) => tierPathOf(world, path),
    holder: (item, _, world) => tierNode(resellerOf(world, item), signedIn(world).path),
    customer: ({ customerId }, _, world) => rowOf(world.customers, customerId),
    service: ({ serviceId }, _, world) => rowOf(world.services.values(), serviceId),
    heldByRun: ({ heldByRunId }, _, world) => rowOf(world.runs.values(), heldByRunId),
    reservation: ({ id }, _, world) => [...world.reservations.values()].find(({ itemId }) => itemId === id) ?? null,
    numberSource: () => null,
    did: () => null, // the demo world gives its numbers to services
    lease: (_, __, world) => costOfNone(world),
    sale: (_, __, world) => costOfNone(world),
    offer: (_, __, world) => costOfNone(world),
    custody: ({ custody }, paging: Paging) =>
      pageOf(
        newestFirst(custody, ({ at }) => at),
        paging,
      ),
  }),
  CustodyEntry: fieldsOf<Demo.DemoCustody>({
    customer: ({ customerId }, _, world) => rowOf(world.customers, customerId),
    service: ({ serviceId }, _, world) => rowOf(world.services.values(), serviceId),
    run: ({ runId }, _, world) => rowOf(world.runs.values(), runId),
  }),
  Reservation: fieldsOf<Reservation>({
    isYours: ({ userId }, _, world) => userId === signedIn(world).id,
    item: ({ itemId }, _, world) => world.items.get(itemId),
  }),
  Query: fieldsOf<unknown>({
    inventoryTemplates: (_, paging: Paging, world) =>
      pageOf(
        byText(seenFromBelow(world, world.templates), ({ key, id }) => `${key} ${id}`),
        paging,
      ),
    numberOffers: () => [],
    inventoryItem: (_, { id }: { id: string }, world) => asked(seen(world, world.items.values()), "itm", id),
    inventoryItems(_, args: QueryInventoryItemsArgs, world) {
      const ground = groundOf(world, args.filter);
      const items = byText(itemsAsked(world, ground, args), ({ label }) => label);
      return { ...pageOf(items, args), counts: countsByState(ground) };
    },
    myReservations: (_, __, world) => reservationsOf(world),
  }),
  Mutation: fieldsOf<unknown>({
    reserveInventoryItem: reserve,
    extendReservation(_, { input }: MutationExtendReservationArgs, world) {
      const held = needed(asked(reservationsOf(world), "rsv", input.id));
      const until = Math.min(Date.now() + reservationMinutes * minuteMs, held.extendableUntil.getTime());
      const reservation = { ...held, expiresAt: new Date(until) };
      world.reservations.set(held.id, reservation);
      return { reservation, userErrors: [] };
    },
    releaseReservation(_, { input }: MutationReleaseReservationArgs, world) {
      const held = needed(asked(reservationsOf(world), "rsv", input.id));
      letGo(world, held, say("custody.released"));
      return { item: world.items.get(held.itemId), userErrors: [] };
    },
  }),
  Subscription: fieldsOf<StockChange>({
    inventoryChanged({ itemId, templateId }, _, world) {
      const item = needed(world.items.get(itemId));
      const available = availableOf(world, templateId);
      return { itemId: item.id, templateId, item, isAvailable: isAvailable(item.state), isYoursLost: false, available };
    },
  }),
  InventoryChange: fieldsOf<StockChange>({
    itemId: ({ itemId }) => encodeId("itm", itemId),
    templateId: ({ templateId }) => encodeId("tpl", templateId),
  }),
};
