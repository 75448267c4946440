import type { BillingReportCategory, BillingReportType } from "@tierline/shared/billing-report.ts";
import { say } from "@tierline/shared/sentence.ts";
import type { Context } from "../kernel/context.ts";
import { checkedFirst, decodeCursor, pageOf, type CursorKey, type Page, type PageRequest } from "../kernel/paging.ts";
import { AccessError } from "../kernel/rejection.ts";
import { billingReportExport, refuseDays } from "./billing-report.ts";
import { CsvFileEntity, type CsvFileRow } from "./csv-file.entity.ts";
import { askForFile } from "./csv-file.ts";
import { tellOfExport } from "./export-list.ts";

export interface CreateBillingReportInput {
  readonly from: string;
  readonly to: string;
  readonly type?: BillingReportType | null | undefined;
  readonly category?: BillingReportCategory | null | undefined;
  readonly internal?: boolean | null | undefined;
}

/**
 * Begins a report that is made in the background, however short it is, as whoever asked for it.
 * @throws Rejection with what is wrong with the days; AccessError RATE_LIMITED, BAD_USER_INPUT for programs
 */
export async function createBillingReport(context: Context, input: CreateBillingReportInput): Promise<CsvFileRow> {
  const { from, to } = input;
  await refuseDays(context, { from, to });
  const query = {
    from,
    to,
    type: input.type ?? "PARTNER",
    category: input.category ?? "RECONCILIATION",
    internal: input.internal === true ? ("true" as const) : ("false" as const),
  };
  await tellOfExport(context, billingReportExport, query);
  return askForFile(context, billingReportExport, query);
}

const ownWhere = ({ viewer }: Context) => ({
  list: billingReportExport.key,
  userId: viewer.userId,
  path: viewer.path,
});

/** Those that the viewer has asked for in this place, the newest first. @throws AccessError BAD_USER_INPUT */
export async function billingReports(context: Context, request: PageRequest): Promise<Page<CsvFileRow>> {
  const first = checkedFirst(request);
  const key = decodeCursor(request, 1);
  const rows = await context.em.find(
    CsvFileEntity,
    { ...ownWhere(context), ...(key === null ? {} : { id: { $lt: beforeOf(key) } }) },
    { disableIdentityMap: true, orderBy: { id: "desc" }, limit: first + 1 },
  );
  return pageOf(rows, first, ({ id }) => [id]);
}

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function beforeOf([id]: CursorKey): string {
  if (typeof id === "string" && uuidPattern.test(id)) return id;
  throw new AccessError("BAD_USER_INPUT", say("page.cursor"));
}
