import {
  billingReportCategories,
  billingReportTypes,
  type BillingReportCategory,
  type BillingReportType,
} from "@tierline/shared/billing-report.ts";
import { encodeId } from "@tierline/shared/id.ts";
import { csvFileDays } from "@tierline/shared/limits.ts";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../kernel/connection.type.ts";
import { enumOf } from "../kernel/enum-of.ts";
import { DateScalar, DateTimeScalar } from "../kernel/scalars.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import { billingReportExport } from "./billing-report.ts";
import type { CsvFileRow, CsvFileState } from "./csv-file.entity.ts";

export const BillingReportTypeEnum = enumOf<BillingReportType>(billingReportTypes);
registerEnumType(BillingReportTypeEnum, {
  name: "BillingReportType",
  description: "By whom a billing report sums up.",
  valuesConfig: {
    PARTNER: { description: "All customers of your own reseller together." },
    CUSTOMER: { description: "Each customer." },
    USER: { description: "Each service, number or other thing that a customer has." },
  },
});

export const BillingReportCategoryEnum = enumOf<BillingReportCategory>(billingReportCategories);
registerEnumType(BillingReportCategoryEnum, {
  name: "BillingReportCategory",
  description: "What a billing report is about.",
  valuesConfig: {
    RECONCILIATION: { description: "What was charged in those days, and what of it was taken back since." },
    POINT_IN_TIME: { description: "What had begun by the end of the last day and recurs." },
  },
});

const states = { MAKING: "IN_PROGRESS", READY: "COMPLETED", FAILED: "FAILED" } as const satisfies Record<
  CsvFileState,
  string
>;
type BillingReportState = (typeof states)[CsvFileState];
export const BillingReportStateEnum = enumOf<BillingReportState>(Object.values(states));
registerEnumType(BillingReportStateEnum, {
  name: "BillingReportState",
  description: "How far a billing report is.",
  valuesConfig: {
    IN_PROGRESS: { description: "It is being made." },
    COMPLETED: { description: "It can be fetched." },
    FAILED: { description: "It was not made: it was too long, or whoever asked for it may not see it any more." },
  },
});

@ObjectType("BillingReport", { description: "What customers of your own reseller were charged, as a file." })
export class BillingReportObjectType {
  @Field(() => ID, { description: "Names it." })
  id: string;

  @Field(() => DateScalar, { description: "The first day." })
  from: string;

  @Field(() => DateScalar, { description: "The last day." })
  to: string;

  @Field(() => BillingReportTypeEnum, { description: "By whom it sums up." })
  type: BillingReportType;

  @Field(() => BillingReportCategoryEnum, { description: "What it is about." })
  category: BillingReportCategory;

  @Field(() => Boolean, { description: "With what the reseller's own organisation was charged." })
  internal: boolean;

  @Field(() => BillingReportStateEnum, { description: "How far it is." })
  state: BillingReportState;

  @Field(() => Int, { description: "Rows, so far." })
  rowCount: number;

  @Field(() => DateTimeScalar, { description: "When it was asked for." })
  createdAt: Date;

  @Field(() => DateTimeScalar, { description: "Until when it can be fetched." })
  expiresAt: Date;

  @Field(() => String, {
    nullable: true,
    description: "Where it is fetched as CSV, by whoever asked for it and signed in; null until it is completed.",
  })
  downloadUrl: string | null;
}

export function toBillingReport({ id, query, state, rowCount, createdAt }: CsvFileRow): BillingReportObjectType {
  const { from, to, type, category, internal } = billingReportExport.filter.parse(query);
  return Object.assign(new BillingReportObjectType(), {
    id: encodeId("brp", id),
    from,
    to,
    type,
    category,
    internal: internal === "true",
    state: states[state],
    rowCount,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + csvFileDays * 86_400_000),
    downloadUrl: state === "READY" ? `/exports/${id}.csv` : null,
  });
}

@ObjectType("BillingReportConnection", { description: "A page of billing reports." })
export class BillingReportConnectionType extends connectionOf("BillingReport", () => BillingReportObjectType) {}

@InputType("CreateBillingReportInput", { description: "Which billing report to make." })
export class CreateBillingReportInputType {
  @Field(() => DateScalar, { description: "The first day, five years ago at most; in the time zone of your reseller." })
  from: string;

  @Field(() => DateScalar, { description: "The last day, yesterday at the latest." })
  to: string;

  @Field(() => BillingReportTypeEnum, { nullable: true, description: "By whom it sums up; PARTNER without it." })
  type?: BillingReportType | null;

  @Field(() => BillingReportCategoryEnum, { nullable: true, description: "RECONCILIATION without it." })
  category?: BillingReportCategory | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: with what the reseller's own organisation was charged, which is left out without it.",
  })
  internal?: boolean | null;
}

@ObjectType("CreateBillingReportPayload", { description: "Result of `createBillingReport`." })
export class CreateBillingReportPayloadType {
  @Field(() => BillingReportObjectType, {
    nullable: true,
    description: "The report that was begun; null when refused.",
  })
  billingReport: BillingReportObjectType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}
