import { allowanceSlots, leftOf, type AllowanceSlot } from "@tierline/shared/allowance.ts";
import { encodeId } from "@tierline/shared/id.ts";
import { money } from "@tierline/shared/money.ts";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { CustomerType } from "../customers/customer.type.ts";
import { enumOf } from "../kernel/enum-of.ts";
import { MoneyType, toMoney } from "../kernel/money.type.ts";
import { NodeType } from "../kernel/node.type.ts";
import { DateScalar, DateTimeScalar, DecimalScalar } from "../kernel/scalars.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import type { AllowanceCountRow, AllowanceRow } from "./allowance.entity.ts";
import type { CountedAllowance } from "./held-allowances.ts";

const AllowanceSlotEnum = enumOf<AllowanceSlot>(allowanceSlots);
registerEnumType(AllowanceSlotEnum, {
  name: "AllowanceSlot",
  description: "Which calls included minutes are for.",
  valuesConfig: {
    FIXED_LOCAL: { description: "To fixed lines in the caller's area, or in the country where it knows no areas." },
    FIXED_LONG_DISTANCE: { description: "To fixed lines elsewhere in the country." },
    MOBILE_LOCAL: { description: "To mobiles in the caller's area, or in the country where it knows no areas." },
    MOBILE_LONG_DISTANCE: { description: "To mobiles elsewhere in the country." },
    FIXED_INTERNATIONAL: { description: "To fixed lines in other countries." },
    MOBILE_INTERNATIONAL: { description: "To mobiles in other countries." },
    NUMBERS: { description: "To numbers with the allowance's prefixes; without any, to all numbers." },
  },
});

const minutesText = "Included in each cycle.";
const prefixesText = "Digits with the country code that numbers begin with; none: for a scope, or for any number.";
const rolloverText = "Of the minutes that are left, how many at most go over into the next cycle.";

@ObjectType("AllowanceShare", { description: "What there is from today until the next whole cycle." })
export class AllowanceShareType {
  @Field(() => DateScalar, { description: "Today, in the reseller's time zone." })
  startsOn: string;

  @Field(() => DateScalar, { description: "When the next cycle begins." })
  endsOn: string;

  @Field(() => Int, { description: "Days from the one to the other." })
  days: number;

  @Field(() => Int, { description: "Days of the whole cycle." })
  ofDays: number;

  @Field(() => Int, { description: "Included seconds for these days." })
  seconds: number;

  @Field(() => MoneyType, { description: "The fee for these days." })
  fee: MoneyType;
}

@ObjectType("Allowance", { implements: NodeType, description: "Included minutes as a reseller offers them." })
export class AllowanceType extends NodeType {
  /** Not part of the contract: what field resolvers read. */
  row: AllowanceRow;

  @Field(() => String, { description: "Unique within the reseller." })
  name: string;

  @Field(() => Int, { description: minutesText })
  minutes: number;

  @Field(() => MoneyType, { description: "A cycle." })
  fee: MoneyType;

  @Field(() => [String], { description: prefixesText })
  prefixes: string[];

  @Field(() => Int, { description: rolloverText })
  rolloverMinutesMax: number;

  @Field(() => Boolean, { description: "Whether it may be given to further customers." })
  isOffered: boolean;
}

export function toAllowance(row: AllowanceRow): AllowanceType {
  const { name, minutes, rolloverMinutesMax, isOffered, currency } = row;
  return Object.assign(new AllowanceType(), {
    row,
    id: encodeId("alw", row.id),
    name,
    minutes,
    rolloverMinutesMax,
    isOffered,
    prefixes: [...row.prefixes],
    fee: toMoney(money(BigInt(row.feeMicros), currency)),
  });
}

@ObjectType("AllowanceCount", {
  description: "What there is of an allowance in one cycle. Seconds are counted as billed ones are.",
})
export class AllowanceCountType {
  @Field(() => DateScalar, { description: "Its first day, in the reseller's time zone." })
  startsOn: string;

  @Field(() => DateScalar, { description: "The first day of the next one." })
  endsOn: string;

  @Field(() => DateTimeScalar, { description: "When the next one begins." })
  renewsAt: Date;

  @Field(() => Int, { description: "Seconds of this cycle." })
  grantedSeconds: number;

  @Field(() => Int, { description: "Seconds that came over from the cycle before." })
  rolledSeconds: number;

  @Field(() => Int, { description: "Seconds that calls took." })
  usedSeconds: number;

  @Field(() => Int, { description: "Seconds that are left." })
  leftSeconds: number;
}

@ObjectType("HeldAllowance", {
  description: "Included minutes that a customer or a line of it has, as they were when it got them.",
})
export class HeldAllowanceType {
  @Field(() => AllowanceSlotEnum, { description: "Which calls it is for." })
  slot: AllowanceSlot;

  @Field(() => Boolean, { description: "Draws on the local minutes of the same kind, and has none of its own." })
  drawsFromLocal: boolean;

  @Field(() => ID, { nullable: true, description: "Id of what was given; null where it draws on local minutes." })
  allowanceId: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "Id of the line whose rate plan gives it these; null where they are the customer's.",
  })
  serviceId: string | null;

  @Field(() => String, { nullable: true, description: "What that line is called." })
  serviceName: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What it, or the rate plan, is called; null where it draws on local minutes.",
  })
  name: string | null;

  @Field(() => Int, { description: minutesText })
  minutes: number;

  @Field(() => MoneyType, { description: "A cycle." })
  fee: MoneyType;

  @Field(() => [String], { description: prefixesText })
  prefixes: string[];

  @Field(() => Int, { description: rolloverText })
  rolloverMinutesMax: number;

  @Field(() => DateTimeScalar, { description: "Since when it is there." })
  startedAt: Date;

  @Field(() => AllowanceCountType, {
    nullable: true,
    description: "The cycle under way; null where it draws on local minutes.",
  })
  count: AllowanceCountType | null;

  @Field(() => [AllowanceCountType], { description: "The cycles before it, the latest first, a dozen at most." })
  pastCounts: AllowanceCountType[];
}

const pastCountsMax = 12;

export function toHeldAllowance({ held, counts }: CountedAllowance): HeldAllowanceType {
  const {
    slot,
    drawsFromLocal,
    allowance,
    service,
    serviceName,
    name,
    minutes,
    rolloverMinutesMax,
    startedAt,
    currency,
  } = held;
  const shown = counts.map(toCount).toReversed();
  return Object.assign(new HeldAllowanceType(), {
    slot,
    drawsFromLocal,
    allowanceId: allowance == null ? null : encodeId("alw", allowance),
    serviceId: service == null ? null : encodeId("svc", service),
    serviceName,
    name: drawsFromLocal ? null : name,
    minutes,
    rolloverMinutesMax,
    startedAt,
    prefixes: [...held.prefixes],
    fee: toMoney(money(BigInt(held.feeMicros), currency)),
    count: shown[0] ?? null,
    pastCounts: shown.slice(1, 1 + pastCountsMax),
  });
}

function toCount(row: AllowanceCountRow): AllowanceCountType {
  const { startsOn, endsOn, endsAt, grantedSeconds, rolledSeconds, drawnSeconds } = row;
  return Object.assign(new AllowanceCountType(), {
    startsOn,
    endsOn,
    renewsAt: endsAt,
    grantedSeconds,
    rolledSeconds,
    usedSeconds: drawnSeconds,
    leftSeconds: leftOf(row),
  });
}

const cycleDayText = "Day of the month on which a cycle begins, 1 to 31; in a shorter month its last one.";
const atZeroText =
  "Whether included minutes may be used while there is no money; null: unless the customer's account is strict.";

@ObjectType("CustomerAllowances", { description: "Included minutes of a customer." })
export class CustomerAllowancesType {
  @Field(() => Int, { description: cycleDayText })
  cycleDay: number;

  @Field(() => Boolean, { nullable: true, description: atZeroText })
  isUsableAtZero: boolean | null;

  @Field(() => [HeldAllowanceType], { description: "What it has now, in the order of the slots." })
  held: HeldAllowanceType[];

  @Field(() => [HeldAllowanceType], {
    description:
      "What its lines have now by their rate plans, which their calls draw on first; by name, a hundred at most.",
  })
  ofLines: HeldAllowanceType[];
}

const idempotencyText = "The same key and arguments give the first answer again.";

@InputType("SaveAllowanceInput", { description: "Included minutes as they shall be offered." })
export class SaveAllowanceInputType {
  @Field(() => ID, { description: idempotencyText })
  idempotencyKey: string;

  @Field(() => ID, { nullable: true, description: "Id of the allowance; without it, it is a new one." })
  id?: string | null;

  @Field(() => String, { description: "Unique within the reseller." })
  name: string;

  @Field(() => Int, { description: minutesText })
  minutes: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "A cycle, in the reseller's currency; nothing unless given.",
  })
  fee?: string | null;

  @Field(() => [String], { nullable: true, description: prefixesText })
  prefixes?: string[] | null;

  @Field(() => Int, { nullable: true, description: `${rolloverText} None unless given.` })
  rolloverMinutesMax?: number | null;

  @Field(() => Boolean, { nullable: true, description: "Whether it may be given to customers; yes unless given." })
  isOffered?: boolean | null;
}

@InputType("AssignedAllowanceInput", {
  description: "What a slot has: an allowance, or the local minutes of the same kind.",
})
class AssignedAllowanceInputType {
  @Field(() => AllowanceSlotEnum, { description: "Which calls it is for. Each but NUMBERS is named once." })
  slot: AllowanceSlot;

  @Field(() => ID, { nullable: true, description: "Id of the allowance." })
  allowanceId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Of long distance: draws on the local minutes of the same kind.",
  })
  drawsFromLocal?: boolean | null;
}

@InputType("AssignAllowancesInput", {
  description:
    "Included minutes of a customer as they shall be from now on: what is not named ends, what it has already stays as it is.",
})
export class AssignAllowancesInputType {
  @Field(() => ID, { description: idempotencyText })
  idempotencyKey: string;

  @Field(() => ID, { description: "Id of the customer." })
  customerId: string;

  @Field(() => Int, { nullable: true, description: `${cycleDayText} As it is, or as the account says, unless given.` })
  cycleDay?: number | null;

  @Field(() => Boolean, { nullable: true, description: atZeroText })
  isUsableAtZero?: boolean | null;

  @Field(() => [AssignedAllowanceInputType], { description: "What it shall have." })
  slots: AssignedAllowanceInputType[];
}

@ObjectType("AllowancePayload", { description: "Result of a change of an allowance." })
export class AllowancePayloadType {
  @Field(() => AllowanceType, { nullable: true, description: "The allowance as it is now; null when refused." })
  allowance: AllowanceType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}

@ObjectType("AssignAllowancesPayload", { description: "Result of a change of a customer's allowances." })
export class AssignAllowancesPayloadType {
  @Field(() => CustomerType, { nullable: true, description: "The customer as it is now; null when refused." })
  customer: CustomerType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}
