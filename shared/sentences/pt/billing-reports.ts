export const billingReports = {
  "billingReport.TOO_OLD": "Um relatório vai no máximo cinco anos para trás.",
  "billingReport.DATE_NOT_CLOSED": "Um relatório é de dias que já passaram: no máximo até ontem.",
  "billingReport.REVERSED": "O último dia vem antes do primeiro.",
};
