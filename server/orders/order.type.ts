import type { Words } from "@tierline/shared/sentence.ts";
import { encodeId } from "@tierline/shared/id.ts";
import type { Channel, PriceKind } from "@tierline/shared/kinds.ts";
import { money } from "@tierline/shared/money.ts";
import { undoableUntil, type OrderState } from "@tierline/shared/order-state.ts";
import { Field, Int, ObjectType } from "type-graphql";
import { PriceKindEnum } from "../catalog/catalog.enums.ts";
import { CustomAttributeType } from "../customers/customer-parts.type.ts";
import { ChannelEnum } from "../kernel/channel.type.ts";
import { connectionOf } from "../kernel/connection.type.ts";
import { MoneyType, toMoney, toMoneyOrNull } from "../kernel/money.type.ts";
import { NodeType } from "../kernel/node.type.ts";
import { DateScalar } from "../kernel/scalars.ts";
import type { OrderRow } from "./order.entity.ts";
import { OrderStateEnum } from "./order.enums.ts";

@ObjectType("QuoteLine", { description: "One amount of a quote or an order." })
export class QuoteLineType {
  @Field(() => PriceKindEnum, { description: "Whether it is due once or for each period." })
  kind: PriceKind;

  @Field(() => String, { description: "What it is for." })
  label: Words;

  @Field(() => MoneyType, { description: "The amount, due in advance." })
  amount: MoneyType;

  @Field(() => DateScalar, { nullable: true, description: "First day that it pays for; null for what is paid once." })
  from: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Last day that it pays for; null for what is paid once." })
  to: string | null;
}

@ObjectType("PlanChange", { description: "Another plan for a service that there is." })
export class PlanChangeType {
  @Field(() => String, { description: "Name of the plan that it had before." })
  before: string;

  @Field(() => DateScalar, { description: "First day on which the other one is to be had." })
  startsOn: string;

  @Field(() => Boolean, {
    description: "True for a cheaper plan, which is had from the next renewal on; a dearer one is at once.",
  })
  isAtRenewal: boolean;
}

@ObjectType("Order", {
  implements: NodeType,
  description: "One plan or add-on sold to one customer, with the price as it was confirmed.",
})
export class OrderType extends NodeType {
  /** Not part of the contract: what field resolvers read. */
  row: OrderRow;

  @Field(() => Int, { description: "Short number, unique with its reseller." })
  number: number;

  @Field(() => OrderStateEnum, { description: "Where it stands." })
  state: OrderState;

  @Field(() => [QuoteLineType], { description: "What was agreed upon." })
  lines: QuoteLineType[];

  @Field(() => MoneyType, { description: "What was due on the day of the order." })
  dueToday: MoneyType;

  @Field(() => MoneyType, { nullable: true, description: "What each further period costs; null when there is none." })
  recurring: MoneyType | null;

  @Field(() => Boolean, { description: "Whether it is renewed by itself." })
  autoRenew: boolean;

  @Field(() => String, { nullable: true, description: "The customer's own number for it." })
  purchaseOrderNumber: string | null;

  @Field(() => [CustomAttributeType], { description: "The offering's own fields, as they were filled in." })
  customFields: CustomAttributeType[];

  @Field(() => DateScalar, { nullable: true, description: "Day that was agreed upon for the installation." })
  installationDate: string | null;

  @Field(() => String, { description: "Who placed it." })
  placedBy: string;

  @Field(() => Date, { description: "When it was placed." })
  placedAt: Date;

  @Field(() => Date, { nullable: true, description: "Until when it can be undone; null once it cannot." })
  undoableUntil: Date | null;

  @Field(() => ChannelEnum, { description: "Through what it came in." })
  channel: Channel;

  @Field(() => PlanChangeType, {
    nullable: true,
    description: "Of a plan for a service that there was: what it takes the place of, and when.",
  })
  planChange: PlanChangeType | null;

  @Field(() => Int, { description: "Grows with every change." })
  version: number;
}

export function toOrder(row: OrderRow, now: Date): OrderType {
  const { number, state, currency, autoRenew, customFields, placedAt, channel, version } = row;
  return Object.assign(new OrderType(), {
    row,
    id: encodeId("ord", row.id),
    number,
    state,
    lines: row.lines.map(({ kind, label, amountMicros, from, to }) => ({
      kind,
      label,
      amount: toMoney(money(BigInt(amountMicros), currency)),
      from,
      to,
    })),
    dueToday: toMoney(money(row.dueTodayMicros, currency)),
    recurring: toMoneyOrNull(row.recurringMicros ?? null, currency),
    autoRenew,
    purchaseOrderNumber: row.purchaseOrderNumber ?? null,
    customFields,
    installationDate: row.installationDate ?? null,
    placedBy: row.placedByName,
    placedAt,
    undoableUntil: undoableUntil(row, now),
    channel,
    planChange:
      row.beforeName == null || row.startsOn == null
        ? null
        : { before: row.beforeName, startsOn: row.startsOn, isAtRenewal: row.isAtRenewal },
    version,
  });
}

@ObjectType("OrderConnection", { description: "A page of orders, newest first." })
export class OrderConnectionType extends connectionOf("Order", () => OrderType) {}
