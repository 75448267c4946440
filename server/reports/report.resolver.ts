import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { Requires } from "../kernel/requires.ts";
import { businessFigures } from "./business-figures.ts";
import { customersByBusinessType } from "./business-types.ts";
import { callMargins } from "./call-margins.ts";
import { callsByTime, type CallTime } from "./calls-by-time.ts";
import { CallsAtTimeType, CallTimeEnum, toCallsAtTime } from "./calls-by-time.type.ts";
import { financialReport } from "./financial-report.ts";
import {
  BusinessFiguresType,
  CallMarginType,
  CustomersOfTypeType,
  FinancialReportType,
  toBusinessFigures,
  toCallMargin,
  toFinancialReport,
} from "./report.type.ts";

const fromText = "The first month, as in 2026-01.";
const toText = "The last month, two years on at most.";

@Resolver()
export class MoneyReportsResolver {
  @Requires("finance.view")
  @Query(() => FinancialReportType, {
    description: "Revenue, deposits, cost and profit of your own reseller by months.",
  })
  async financialReport(
    @Arg("from", () => String, { description: fromText }) from: string,
    @Arg("to", () => String, { description: toText }) to: string,
    @Ctx() request: RequestContext,
  ): Promise<FinancialReportType> {
    return toFinancialReport(await financialReport(signedIn(request), from, to));
  }

  @Requires("finance.view")
  @Query(() => [CallMarginType], {
    description:
      "What calls brought your own reseller and cost it, by who bought them; who paid the most before the others.",
  })
  async callMargins(
    @Arg("from", () => String, { description: fromText }) from: string,
    @Arg("to", () => String, { description: toText }) to: string,
    @Ctx() request: RequestContext,
  ): Promise<CallMarginType[]> {
    return (await callMargins(signedIn(request), from, to)).map(toCallMargin);
  }

  @Requires("finance.view")
  @Query(() => [CallsAtTimeType], {
    description:
      "When the calls that your own reseller sold began, and what they brought and cost it: by days, of three months at most, or by the hour of the day. What has none is there too.",
  })
  async callsByTime(
    @Arg("from", () => String, { description: fromText }) from: string,
    @Arg("to", () => String, { description: toText }) to: string,
    @Arg("by", () => CallTimeEnum, { description: "By days or by hours." }) by: CallTime,
    @Ctx() request: RequestContext,
  ): Promise<CallsAtTimeType[]> {
    return (await callsByTime(signedIn(request), from, to, by)).map(toCallsAtTime);
  }

  @Requires("finance.view")
  @Query(() => [CustomersOfTypeType], {
    description:
      "How many customers of your own reseller do what: every type of business, the most frequent first, and last those of whom nobody has said.",
  })
  async customersByBusinessType(@Ctx() request: RequestContext): Promise<CustomersOfTypeType[]> {
    return (await customersByBusinessType(signedIn(request))).map((row) => ({ ...row }));
  }

  @Requires("finance.view")
  @Query(() => BusinessFiguresType, { description: "How the business of your own reseller stands now." })
  async businessFigures(@Ctx() request: RequestContext): Promise<BusinessFiguresType> {
    return toBusinessFigures(await businessFigures(signedIn(request)));
  }
}
