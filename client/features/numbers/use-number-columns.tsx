import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { useReseller } from "../../navigation/use-place.ts";
import { DateText } from "../../ui/DateText.tsx";
import type { GridColumn } from "../../ui/grid-column.ts";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { PhoneText } from "../../ui/PhoneText.tsx";
import { stateTone } from "../../ui/state-tone.ts";
import { StateDot } from "../../ui/StateDot.tsx";
import classes from "./Numbers.module.css";
import type { NumberRowFragment } from "./numbers.generated.ts";
import { samePlaces } from "./same-places.ts";

type Column = GridColumn<NumberRowFragment>;

export function useNumberColumns(rows: readonly NumberRowFragment[]): Column[] {
  const { t } = useTranslation(["numbers", "words"]);
  const locale = useLocale();
  const reseller = useReseller();
  const minute = samePlaces(
    rows.flatMap(({ did }) => (did?.billing === "PER_MINUTE" ? did.perMinute : [])),
    locale,
  );
  return [
    {
      key: "number",
      header: t("column.number"),
      isPrimary: true,
      cell: ({ identifier }) => <PhoneText value={identifier} />,
    },
    {
      key: "state",
      header: t("column.state"),
      phonePlace: "topEnd",
      cell: ({ state }) => <StateDot tone={stateTone("item", state)}>{t(`words:item.${state}`)}</StateDot>,
    },
    {
      key: "customer",
      header: t("column.customer"),
      phonePlace: "start",
      cell: ({ customer }) =>
        customer === null ? (
          <None />
        ) : (
          <AppLink href={path.customer(reseller, customer.id, "inventory")}>{customer.label}</AppLink>
        ),
    },
    {
      key: "monthly",
      header: t("column.monthly"),
      align: "end",
      phonePlace: "end",
      cell: ({ did }) => (did?.monthly == null ? <None /> : <MoneyText {...did.monthly} locale={locale} />),
    },
    {
      key: "setup",
      header: t("column.setup"),
      align: "end",
      hideOnPhone: true,
      cell: ({ did }) => (did?.setup == null ? <None /> : <MoneyText {...did.setup} locale={locale} />),
    },
    {
      key: "minute",
      header: t("column.minute"),
      align: "end",
      hideOnPhone: true,
      cell: ({ did }) => {
        if (did === null) return <None />;
        return did.billing === "FLAT" ? t("flat") : <span className={classes.amount}>{minute(did.perMinute)}</span>;
      },
    },
    {
      key: "next",
      header: t("column.next"),
      hideOnPhone: true,
      cell: ({ did }) =>
        did?.nextBillingOn == null ? <None /> : <DateText value={did.nextBillingOn} locale={locale} />,
    },
  ];
}

function None() {
  return <span className={classes.dim}>–</span>;
}
