import type { Module } from "../kernel/module-shape.ts";
import { BillingReportResolver } from "./billing-report.resolver.ts";
import { CsvFileEntity, CsvFilePartEntity } from "./csv-file.entity.ts";
import { forgetFiles, makeFiles } from "./csv-file.ts";
import { AccountReportResolver, NumberReportResolver } from "./list-report.resolver.ts";
import { MoneyReportsResolver } from "./report.resolver.ts";
import { ReportsResolver } from "./reports.resolver.ts";

/** Reads across all modules; what it owns is the files that are made of them. */
export const reports = {
  entities: [CsvFileEntity, CsvFilePartEntity],
  resolvers: [
    ReportsResolver,
    MoneyReportsResolver,
    AccountReportResolver,
    NumberReportResolver,
    BillingReportResolver,
  ],
  sweeps: [
    { key: "reports.csv-files", everySeconds: 2, run: makeFiles },
    { key: "reports.old-csv-files", everySeconds: 3_600, run: forgetFiles },
  ],
} satisfies Module;
