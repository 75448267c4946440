import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { formatDate, formatMoney, roundedMoney } from "../../ui/format.ts";
import { ServiceEndingDocument, type ServiceEndingQuery } from "./service.generated.ts";

type Ending = NonNullable<NonNullable<ServiceEndingQuery["service"]>["ending"]>;

/** What its end leaves paid, owed and not charged any more, sentence by sentence: as of the moment at which it is asked. */
export function useEndingInMoney(serviceId: string, isAsked: boolean): string[] {
  const { t } = useTranslation("services");
  const inWords = useWords();
  const { data, error } = useQuery(ServiceEndingDocument, {
    variables: { id: serviceId },
    skip: !isAsked,
    fetchPolicy: "network-only",
  });
  if (error !== undefined) return [t("terminate.money.failed")];
  if (data === undefined) return [t("terminate.money.wait")];
  const ending = data.service?.ending ?? null;
  return ending === null ? [t("terminate.money.others")] : inWords(ending);
}

function useWords(): (ending: Ending) => string[] {
  const { t } = useTranslation("services");
  const locale = useLocale();
  /** To the coin; the exact amounts stand in the statement and in the API. */
  const sum = (of: Ending["unused"]): string => roundedMoney(of.amount, of.currency, locale);
  const exact = (of: Ending["unused"]): string => formatMoney(of.amount, of.currency, locale);
  const day = (date: string): string => formatDate(date, locale);
  const days = ({ description, from, to }: { description: string; from: string; to: string }) => ({
    what: description,
    from: day(from),
    to: day(to),
  });
  return ({ endsOn, paid, unused, owed, owedTotal, stops, contractUntil, contractRest }) => [
    ...paid.map((each) =>
      t("terminate.money.paid", {
        ...days(each),
        amount: sum(each.amount),
        unused: sum(each.unused),
        day: day(endsOn),
      }),
    ),
    paid.length === 0 ? t("terminate.money.nothingPaid") : t("terminate.money.notGivenBack", { amount: sum(unused) }),
    ...owed.map((each) =>
      t(each.waits ? "terminate.money.waits" : "terminate.money.owed", { ...days(each), amount: sum(each.amount) }),
    ),
    ...(owed.length > 1 ? [t("terminate.money.owedTotal", { amount: sum(owedTotal) })] : []),
    ...(owed.length === 0 ? [t("terminate.money.nothingOwed")] : []),
    ...stops.map(({ description, intervalMonths: count, nextOn, price }) => {
      const values = { what: description, price: t("addons.recurring", { price: exact(price), count }) };
      return nextOn === null
        ? t("terminate.money.stops", values)
        : t("terminate.money.stopsBefore", { ...values, day: day(nextOn) });
    }),
    ...(contractUntil === null || contractRest === null
      ? []
      : [t("terminate.money.contract", { day: day(contractUntil), amount: sum(contractRest) })]),
  ];
}
