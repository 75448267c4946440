export const billingReports = {
  "billingReport.TOO_OLD": "Ein Bericht reicht höchstens fünf Jahre zurück.",
  "billingReport.DATE_NOT_CLOSED": "Ein Bericht umfasst abgeschlossene Tage: spätestens gestern.",
  "billingReport.REVERSED": "Der letzte Tag liegt vor dem ersten.",
};
