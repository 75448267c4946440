import { ratioPercent, subtractMoney } from "@tierline/shared/money.ts";
import { Field, Float, Int, ObjectType } from "type-graphql";
import { BusinessTypeEnum } from "../onboarding/onboarding.type.ts";
import type { BusinessType } from "@tierline/shared/onboarding.ts";
import { MoneyType, toMoney } from "../kernel/money.type.ts";
import { DecimalScalar } from "../kernel/scalars.ts";
import type { BusinessFigures, SpentOnCalls } from "./business-figures.ts";
import type { CallMargin } from "./call-margins.ts";
import type { FinancialFigures, FinancialReport } from "./financial-report.ts";

@ObjectType("FinancialFigures", { description: "What a reseller sold, was paid, paid and kept." })
class FinancialFiguresType {
  @Field(() => MoneyType, {
    description: "What was charged to those who buy from it, calls included. What they paid in is none of it.",
  })
  revenue: MoneyType;

  @Field(() => MoneyType, { description: "What those who buy from it paid in." })
  deposits: MoneyType;

  @Field(() => MoneyType, { description: "What it was charged itself, and what calls cost it." })
  cost: MoneyType;

  @Field(() => MoneyType, {
    nullable: true,
    description: "What it was charged in another currency than its own, which cost and profit are without.",
  })
  otherCost: MoneyType | null;

  @Field(() => MoneyType, { description: "Revenue without cost." })
  profit: MoneyType;

  @Field(() => DecimalScalar, { nullable: true, description: "Profit in per cent of the revenue; null without any." })
  marginPercent: string | null;
}

@ObjectType("FinancialMonth", { description: "One month of a financial report." })
class FinancialMonthType {
  @Field(() => String, { description: "As in 2026-11." })
  month: string;

  @Field(() => FinancialFiguresType, { description: "Its figures." })
  figures: FinancialFiguresType;
}

@ObjectType("FinancialReport", { description: "Revenue, deposits and cost of a reseller by months." })
export class FinancialReportType {
  @Field(() => String, { description: "In whose months they are: an IANA time zone." })
  timeZone: string;

  @Field(() => [FinancialMonthType], { description: "Month by month." })
  months: FinancialMonthType[];

  @Field(() => FinancialFiguresType, { description: "All of them together." })
  total: FinancialFiguresType;
}

export function toFinancialReport({ reseller, months, total }: FinancialReport): FinancialReportType {
  return {
    timeZone: reseller.timeZone,
    months: months.map((each) => ({ month: each.month, figures: toFigures(each) })),
    total: toFigures(total),
  };
}

function toFigures({ revenue, deposits, cost, otherCost }: FinancialFigures): FinancialFiguresType {
  const profit = subtractMoney(revenue, cost);
  return {
    revenue: toMoney(revenue),
    deposits: toMoney(deposits),
    cost: toMoney(cost),
    otherCost: otherCost === null ? null : toMoney(otherCost),
    profit: toMoney(profit),
    marginPercent: ratioPercent(profit, revenue),
  };
}

@ObjectType("CustomersOfType", { description: "How many customers do the same." })
export class CustomersOfTypeType {
  @Field(() => BusinessTypeEnum, { nullable: true, description: "What they do; null: nobody has said." })
  type: BusinessType | null;

  @Field(() => Int, { description: "How many they are." })
  customers: number;
}

@ObjectType("CallMargin", { description: "What one buyer's calls brought and cost." })
export class CallMarginType {
  @Field(() => String, { description: "A customer, or a reseller right below." })
  buyer: string;

  @Field(() => Int, { description: "How many calls." })
  calls: number;

  @Field(() => Float, { description: "Seconds as they were counted for the buyer." })
  cadencedSeconds: number;

  @Field(() => Float, { description: "Of these, what allowances gave." })
  freeSeconds: number;

  @Field(() => MoneyType, { description: "What the buyer paid." })
  price: MoneyType;

  @Field(() => MoneyType, { description: "What the same calls cost." })
  cost: MoneyType;

  @Field(() => MoneyType, { description: "What was kept." })
  margin: MoneyType;

  @Field(() => DecimalScalar, { nullable: true, description: "In per cent of the price; null where that is nothing." })
  marginPercent: string | null;
}

export function toCallMargin({ price, cost, ...row }: CallMargin): CallMarginType {
  const margin = subtractMoney(price, cost);
  return {
    ...row,
    price: toMoney(price),
    cost: toMoney(cost),
    margin: toMoney(margin),
    marginPercent: ratioPercent(margin, price),
  };
}

@ObjectType("SpentOnCalls", { description: "What calls cost a reseller in some time." })
class SpentOnCallsType {
  @Field(() => MoneyType, { description: "In all." })
  spent: MoneyType;

  @Field(() => Int, { description: "How many calls." })
  calls: number;

  @Field(() => Float, { description: "How long they were, from the answer on, in seconds." })
  seconds: number;
}

@ObjectType("BusinessFigures", { description: "How a reseller's business stands now." })
export class BusinessFiguresType {
  @Field(() => MoneyType, { description: "What its own customers are charged again and again, in a month." })
  recurringRevenue: MoneyType;

  @Field(() => Int, { description: "Its own customers that are active." })
  activeCustomers: number;

  @Field(() => MoneyType, {
    nullable: true,
    description: "Recurring revenue of a month by active customer; null without any.",
  })
  revenuePerCustomer: MoneyType | null;

  @Field(() => MoneyType, { description: "What those who buy from it owe in all." })
  owed: MoneyType;

  @Field(() => Int, { description: "How many of them owe something." })
  debtors: number;

  @Field(() => MoneyType, { nullable: true, description: "What it has with its parent; null at the root of the tree." })
  balance: MoneyType | null;

  @Field(() => SpentOnCallsType, { description: "Calls of all below it in the last 30 days, today included." })
  last30Days: SpentOnCallsType;

  @Field(() => SpentOnCallsType, { description: "Calls of all below it today." })
  today: SpentOnCallsType;
}

export function toBusinessFigures(figures: BusinessFigures): BusinessFiguresType {
  const { recurringRevenue, revenuePerCustomer, owed, balance, last30Days, today, ...counts } = figures;
  return {
    ...counts,
    recurringRevenue: toMoney(recurringRevenue),
    revenuePerCustomer: revenuePerCustomer === null ? null : toMoney(revenuePerCustomer),
    owed: toMoney(owed),
    balance: balance === null ? null : toMoney(balance),
    last30Days: toSpent(last30Days),
    today: toSpent(today),
  };
}

function toSpent({ spent, ...counts }: SpentOnCalls): SpentOnCallsType {
  return { ...counts, spent: toMoney(spent) };
}
