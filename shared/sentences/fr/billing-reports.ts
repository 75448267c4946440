export const billingReports = {
  "billingReport.TOO_OLD": "Un rapport remonte à cinq ans au plus.",
  "billingReport.DATE_NOT_CLOSED": "Un rapport porte sur des jours passés : hier au plus tard.",
  "billingReport.REVERSED": "Le dernier jour précède le premier.",
};
