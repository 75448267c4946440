import { encodeId } from "@tierline/shared/id.ts";
import type { PaymentMode } from "@tierline/shared/ledger.ts";
import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../kernel/connection.type.ts";
import { MoneyType, toMoney } from "../kernel/money.type.ts";
import { DateScalar, DateTimeScalar, DecimalScalar } from "../kernel/scalars.ts";
import { PaymentModeEnum } from "../ledger/account-terms.type.ts";
import type { AccountLine, AccountOrder } from "./account-report.ts";
import type { NumberLine, NumberOrder } from "./number-report.ts";

export const AccountOrderEnum: Record<AccountOrder, AccountOrder> = { NAME: "NAME", NUMBER: "NUMBER" };
registerEnumType(AccountOrderEnum, {
  name: "AccountReportOrder",
  description: "In which order lines are reported.",
  valuesConfig: {
    NAME: { description: "By the customer's name." },
    NUMBER: { description: "By the customer's number." },
  },
});

export const NumberOrderEnum: Record<NumberOrder, NumberOrder> = { NUMBER: "NUMBER", CLIENT: "CLIENT" };
registerEnumType(NumberOrderEnum, {
  name: "NumberReportOrder",
  description: "In which order numbers are reported.",
  valuesConfig: { NUMBER: { description: "By the number." }, CLIENT: { description: "By the customer who has it." } },
});

@InputType("AccountReportFilter", { description: "Which lines are reported." })
export class AccountReportFilterType {
  @Field(() => PaymentModeEnum, { nullable: true, description: "Of customers who pay so." })
  mode?: PaymentMode | null;

  @Field(() => Boolean, { nullable: true, description: "True: lines alone; false: customers that have none." })
  hasLine?: boolean | null;
}

@InputType("NumberReportFilter", { description: "Which numbers are reported." })
export class NumberReportFilterType {
  @Field(() => String, { nullable: true, description: "From the number's beginning." })
  number?: string | null;

  @Field(() => Boolean, { nullable: true, description: "True: those that were taken back; else those that are had." })
  wasTakenBack?: boolean | null;
}

@ObjectType("AccountReportRow", { description: "A line of a customer's, or a customer without any." })
export class AccountReportRowType {
  /** Not part of the contract: what field resolvers read. */
  customerKey: string;

  @Field(() => String, { description: "Names the row in the report." })
  key: string;

  @Field(() => ID, { nullable: true, description: "Id of the line; null for a customer that has none." })
  serviceId: string | null;

  @Field(() => String, { nullable: true, description: "The line's account name in outside systems." })
  account: string | null;

  @Field(() => String, { nullable: true, description: "The plan that was sold." })
  offering: string | null;

  @Field(() => String, { nullable: true, description: "By which rate plan its calls are sold; null without any." })
  ratePlan: string | null;

  @Field(() => [String], { description: "Numbers of the line, and those of the customer that are on no line." })
  numbers: string[];

  @Field(() => PaymentModeEnum, { description: "How the customer pays." })
  mode: PaymentMode;

  @Field(() => MoneyType, { nullable: true, description: "Of the customer's account. Null without balance.view." })
  balance: MoneyType | null;
}

@ObjectType("AccountReportConnection", { description: "A page of the report of lines." })
export class AccountReportConnectionType extends connectionOf("AccountReportRow", () => AccountReportRowType) {}

export function toAccountRow(line: AccountLine): AccountReportRowType {
  const { customerId, serviceId, account, offering, ratePlan, numbers, mode, balance } = line;
  return Object.assign(new AccountReportRowType(), {
    customerKey: customerId,
    key: serviceId === null ? encodeId("cus", customerId) : encodeId("svc", serviceId),
    serviceId: serviceId === null ? null : encodeId("svc", serviceId),
    account,
    offering,
    ratePlan,
    numbers: [...numbers],
    mode,
    balance: balance === null ? null : toMoney(balance),
  });
}

@ObjectType("NumberReportRow", { description: "A number that a customer has, or had, for fees." })
export class NumberReportRowType {
  /** Not part of the contract: what field resolvers read. */
  customerKey: string;

  @Field(() => String, { description: "Names the row in the report." })
  key: string;

  @Field(() => String, { description: "The number, in E.164." })
  number: string;

  @Field(() => ID, { nullable: true, description: "Id of the line that it is on." })
  serviceId: string | null;

  @Field(() => String, { nullable: true, description: "That line's account name in outside systems." })
  account: string | null;

  @Field(() => MoneyType, { description: "Asked once." })
  setup: MoneyType;

  @Field(() => MoneyType, { description: "Asked each month." })
  monthly: MoneyType;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "Asked for a minute of calls that come in; null where minutes are not charged.",
  })
  perMinute: string | null;

  @Field(() => DateTimeScalar, { description: "When the customer got it." })
  connectedAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was taken back." })
  disconnectedAt: Date | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "From which day on the next month is charged; null when none is.",
  })
  nextBillingOn: string | null;
}

@ObjectType("NumberReportConnection", { description: "A page of the report of numbers." })
export class NumberReportConnectionType extends connectionOf("NumberReportRow", () => NumberReportRowType) {}

export function toNumberRow({ id, customerId, serviceId, setup, monthly, ...line }: NumberLine): NumberReportRowType {
  return Object.assign(new NumberReportRowType(), {
    customerKey: customerId,
    key: encodeId("did", id),
    number: line.number,
    serviceId: serviceId === null ? null : encodeId("svc", serviceId),
    account: line.account,
    setup: toMoney(setup),
    monthly: toMoney(monthly),
    perMinute: line.perMinute,
    connectedAt: line.connectedAt,
    disconnectedAt: line.disconnectedAt,
    nextBillingOn: line.nextBillingOn,
  });
}
