import { didBillings, numberKinds, type DidBilling, type NumberKind } from "@tierline/shared/did.ts";
import { encodeId } from "@tierline/shared/id.ts";
import { formatRate } from "@tierline/shared/rate.ts";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { InventoryItemType } from "../inventory/item.type.ts";
import { enumOf } from "../kernel/enum-of.ts";
import { MoneyType, toMoneyOrNull } from "../kernel/money.type.ts";
import { NodeType } from "../kernel/node.type.ts";
import { DateScalar, DateTimeScalar, DecimalScalar } from "../kernel/scalars.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import { CadenceInputType } from "../rates/rate-plan.type.ts";
import type { DidRow } from "./did.entity.ts";

export const DidBillingEnum = enumOf<DidBilling>(didBillings);
registerEnumType(DidBillingEnum, {
  name: "DidBilling",
  description: "How calls that come in on a number are charged.",
  valuesConfig: {
    PER_MINUTE: { description: "Each by its minutes." },
    FLAT: { description: "Not at all: the fees are all that is paid." },
  },
});

@ObjectType("Did", { implements: NodeType, description: "A number that a customer has for fees of its own." })
export class DidType extends NodeType {
  /** Not part of the contract: what field resolvers read. */
  row: DidRow;

  @Field(() => String, { description: "The number, in E.164." })
  number: string;

  @Field(() => MoneyType, { nullable: true, description: "Asked once." })
  setup: MoneyType | null;

  @Field(() => MoneyType, { nullable: true, description: "Asked each month." })
  monthly: MoneyType | null;

  @Field(() => DidBillingEnum, { description: "How calls that come in are charged." })
  billing: DidBilling;

  @Field(() => DecimalScalar, { description: "What a minute of a call that comes in costs." })
  perMinute: string;

  @Field(() => String, { description: "First part, step and grace in seconds, as in 30/6/3." })
  cadence: string;

  @Field(() => DateTimeScalar, { description: "When the customer got it." })
  connectedAt: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it was taken back; null while the customer has it.",
  })
  disconnectedAt: Date | null;
}

export function toDid(row: DidRow): DidType {
  const { number, currency, connectedAt } = row;
  return Object.assign(new DidType(), {
    row,
    id: encodeId("did", row.id),
    number,
    setup: toMoneyOrNull(BigInt(row.setupMicros), currency),
    monthly: toMoneyOrNull(BigInt(row.monthlyMicros), currency),
    billing: row.billing,
    perMinute: formatRate(BigInt(row.ratePerMinute)),
    cadence: row.cadence,
    connectedAt,
    disconnectedAt: row.disconnectedAt ?? null,
  });
}

@InputType("ConnectDidInput", { description: "Which number, for whom, and what it costs." })
export class ConnectDidInputType {
  @Field(() => ID, { description: "The same key and arguments give the first answer again." })
  idempotencyKey: string;

  @Field(() => ID, { description: "Id of the number, an item of your own stock." })
  itemId: string;

  @Field(() => ID, { description: "Id of a customer of your own." })
  customerId: string;

  @Field(() => DecimalScalar, { description: "Asked once." })
  setup: string;

  @Field(() => DecimalScalar, { description: "Asked each month, in advance." })
  monthly: string;

  @Field(() => DidBillingEnum, {
    nullable: true,
    description: "How calls that come in are charged; not at all unless given.",
  })
  billing?: DidBilling | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "What a minute of a call that comes in costs, where they are charged by their minutes.",
  })
  perMinute?: string | null;

  @Field(() => CadenceInputType, {
    nullable: true,
    description: "How their seconds are counted; whole minutes unless given.",
  })
  cadence?: CadenceInputType | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "From which day on months are counted, today or later; today unless given.",
  })
  nextBillingOn?: string | null;

  @Field(() => Boolean, { nullable: true, description: "False: the setup fee is never charged." })
  chargeSetup?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "False: nothing is charged for the time before the next period.",
  })
  chargeMonthly?: boolean | null;
}

@InputType("ChangeDidInput", { description: "What a connected number costs from now on; what is left out stays." })
export class ChangeDidInputType {
  @Field(() => ID, { description: "Id of what the customer has." })
  id: string;

  @Field(() => DecimalScalar, { nullable: true, description: "Asked each month, from the next one on." })
  monthly?: string | null;

  @Field(() => DidBillingEnum, { nullable: true, description: "How calls that come in are charged." })
  billing?: DidBilling | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "What a minute of a call that comes in costs, where they are charged by their minutes.",
  })
  perMinute?: string | null;

  @Field(() => CadenceInputType, { nullable: true, description: "How their seconds are counted." })
  cadence?: CadenceInputType | null;
}

@InputType("DisconnectDidInput", { description: "Which number is taken back." })
export class DisconnectDidInputType {
  @Field(() => ID, { description: "Id of what the customer has." })
  id: string;
}

@ObjectType("DidPayload", { description: "Result of a change of a customer's numbers." })
export class DidPayloadType {
  @Field(() => DidType, { nullable: true, description: "As it is now; null when refused." })
  did: DidType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}

const NumberKindEnum = enumOf<NumberKind>(numberKinds);
registerEnumType(NumberKindEnum, {
  name: "NumberKind",
  description: "Who pays for calls to a number.",
  valuesConfig: {
    SIMPLE: { description: "Who calls." },
    TOLL_FREE: { description: "Who is called: 0800 and the like." },
  },
});

@ObjectType("NumberSource", { description: "Where a number comes from." })
export class NumberSourceType {
  @Field(() => String, { description: "The number exactly as its carrier writes it." })
  carrierNumber: string;

  @Field(() => String, { description: "Who supplies it." })
  supplier: string;

  @Field(() => NumberKindEnum, { description: "Who pays for calls to it." })
  kind: NumberKind;
}

@InputType("RegisterNumbersInput", { description: "Numbers in a row to take into stock: all of them, or none." })
export class RegisterNumbersInputType {
  @Field(() => ID, { description: "The same key and arguments give the first answer again." })
  idempotencyKey: string;

  @Field(() => ID, { description: "Id of the template: a sort of stock that numbers identify." })
  templateId: string;

  @Field(() => ID, { nullable: true, description: "Who will hold them: your own reseller, or one below." })
  resellerId?: string | null;

  @Field(() => String, { description: "The first of them, exactly as the carrier writes it." })
  firstNumber: string;

  @Field(() => Int, { description: "How many, 1 to 500." })
  quantity: number;

  @Field(() => String, {
    nullable: true,
    description: "Where they belong (ISO 3166); the holder's country unless given.",
  })
  country?: string | null;

  @Field(() => String, { description: "Who supplies them." })
  supplier: string;

  @Field(() => NumberKindEnum, { nullable: true, description: "Who pays for calls to them; SIMPLE unless given." })
  kind?: NumberKind | null;
}

@ObjectType("RegisterNumbersPayload", { description: "Result of registering numbers." })
export class RegisterNumbersPayloadType {
  @Field(() => [InventoryItemType], { description: "The items, in the order of the numbers; none when refused." })
  items: InventoryItemType[];

  @Field(() => [UserErrorType], { description: "Why it was refused: a TAKEN for each number that exists already." })
  userErrors: UserErrorType[];
}
