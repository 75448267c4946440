export const billingReports = {
  "billingReport.TOO_OLD": "A report reaches five years back at most.",
  "billingReport.DATE_NOT_CLOSED": "A report is of days that are over: yesterday at the latest.",
  "billingReport.REVERSED": "The last day is before the first.",
} as const;
