import { decodeId } from "@tierline/shared/id.ts";
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root, Subscription } from "type-graphql";
import { signedIn, type Context, type RequestContext } from "../kernel/context.ts";
import { invariant, notFound } from "../kernel/rejection.ts";
import { require, Requires } from "../kernel/requires.ts";
import { eventsOf } from "../kernel/stream.ts";
import { answered } from "../kernel/user-error.type.ts";
import { extendReservation } from "./extend-reservation.ts";
import { itemById } from "./inventory-loaders.ts";
import {
  ExtendReservationPayloadType,
  InventoryChangeType,
  ReleaseReservationPayloadType,
  ReserveInventoryItemPayloadType,
} from "./inventory-payloads.type.ts";
import {
  ExtendReservationInputType,
  ReleaseReservationInputType,
  ReserveInventoryItemInputType,
} from "./inventory.input.ts";
import { InventoryItemType, toItemType } from "./item.type.ts";
import { releaseReservation } from "./release-reservation.ts";
import { findReservations, myReservations } from "./reservation.ts";
import { ReservationType, toReservation } from "./reservation.type.ts";
import { reserveItem } from "./reserve-item.ts";
import { watchedStock, watchStock } from "./watch-stock.ts";

@Resolver(() => ReservationType)
export class ReservationResolver {
  @Requires("inventory.reserve")
  @Query(() => [ReservationType], { description: "What you have set aside, the oldest first." })
  async myReservations(@Ctx() context: RequestContext): Promise<ReservationType[]> {
    const { viewer } = signedIn(context);
    return (await myReservations(signedIn(context))).map((row) => toReservation(row, viewer.userId));
  }

  @Requires("inventory.reserve")
  @Mutation(() => ReserveInventoryItemPayloadType, {
    description:
      "Sets an item aside for you, for 15 minutes. Of two who pick the same one gets it; the other is told the next best.",
  })
  reserveInventoryItem(
    @Arg("input", () => ReserveInventoryItemInputType, { description: "What to set aside." })
    input: ReserveInventoryItemInputType,
    @Ctx() context: RequestContext,
  ): Promise<ReserveInventoryItemPayloadType> {
    const itemId = idOrNull("itm", input.itemId);
    const templateId = idOrNull("tpl", input.templateId);
    const replacesReservationId = idOrNull("rsv", input.replacesReservationId);
    const { idempotencyKey } = input;
    const verb = () => reserveItem(signedIn(context), { idempotencyKey, itemId, templateId, replacesReservationId });
    return answered(async () => ({ reservation: toReservation(await verb(), signedIn(context).viewer.userId) }), {
      reservation: null,
    });
  }

  @Requires("inventory.reserve")
  @Mutation(() => ExtendReservationPayloadType, {
    description: "Keeps an item aside for another 15 minutes, 60 in all.",
  })
  extendReservation(
    @Arg("input", () => ExtendReservationInputType, { description: "Which reservation." })
    input: ExtendReservationInputType,
    @Ctx() context: RequestContext,
  ): Promise<ExtendReservationPayloadType> {
    const id = idOrNull("rsv", input.id) ?? notFoundId();
    const verb = () => extendReservation(signedIn(context), id);
    return answered(async () => ({ reservation: await verb().then(() => reservationNow(signedIn(context), id)) }), {
      reservation: null,
    });
  }

  @Requires("inventory.reserve")
  @Mutation(() => ReleaseReservationPayloadType, {
    description: "Gives an item free at once. Doing so again changes nothing.",
  })
  releaseReservation(
    @Arg("input", () => ReleaseReservationInputType, { description: "Which reservation." })
    input: ReleaseReservationInputType,
    @Ctx() context: RequestContext,
  ): Promise<ReleaseReservationPayloadType> {
    const id = idOrNull("rsv", input.id) ?? notFoundId();
    const verb = () => releaseReservation(signedIn(context), id);
    return answered(async () => ({ item: toItemType(await verb()) }), { item: null });
  }

  @FieldResolver(() => InventoryItemType, { description: "The item that is set aside." })
  async item(@Root() { row }: ReservationType, @Ctx() context: RequestContext): Promise<InventoryItemType> {
    const item = await itemById(context).load(row.itemId);
    invariant(item !== null, "a reservation's item is readable wherever the reservation is");
    return toItemType(item);
  }
}

@Resolver(() => InventoryChangeType)
export class InventoryChangeResolver {
  @Requires("inventory.view")
  @Subscription(() => InventoryChangeType, {
    description:
      "Each item of a template that leaves a stock of your tier or comes back, from now on: what open pickers show.",
    subscribe: async ({ args, context }: { args: { templateId: string }; context: RequestContext }) => {
      const viewing = signedIn(context);
      require(viewing, "inventory.view");
      const stock = await watchedStock(viewing, decodeId("tpl", args.templateId));
      return eventsOf(context, (signal) => watchStock(viewing, stock, signal));
    },
  })
  inventoryChanged(
    @Arg("templateId", () => ID, { description: "Id of the template." }) _templateId: string,
    @Root() change: InventoryChangeType,
  ): InventoryChangeType {
    return change;
  }

  @FieldResolver(() => InventoryItemType, {
    nullable: true,
    description: "The item as it is now; null when it is not yours to see any more.",
  })
  async item(@Root() { row }: InventoryChangeType, @Ctx() context: RequestContext): Promise<InventoryItemType | null> {
    const item = await itemById(context).load(row.itemId);
    return item === null ? null : toItemType(item);
  }
}

/** An id that is given but names nothing of the kind is as unknown as any other. */
function idOrNull(prefix: "itm" | "tpl" | "rsv", text: string | null | undefined): string | null {
  return text == null ? null : (decodeId(prefix, text) ?? notFoundId());
}

function notFoundId(): never {
  throw notFound();
}

async function reservationNow(context: Context, id: string): Promise<ReservationType> {
  const row = (await findReservations(context, [id])).get(id);
  if (row === undefined) throw notFound();
  return toReservation(row, context.viewer.userId);
}
