import type { CsvExport } from "../kernel/csv.ts";
import { callExport } from "../rating/export-calls.ts";
import { billingReportExport } from "./billing-report.ts";
import { accountExport } from "./account-report.ts";
import { numberExport } from "./number-report.ts";

/** Lists that can be had as a file, by their keys. */
export const exportsByKey: ReadonlyMap<string, CsvExport> = new Map(
  [accountExport, numberExport, callExport, billingReportExport].map((each) => [each.key, each]),
);
