import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import type { GridColumn } from "../../ui/grid-column.ts";
import { PhoneText } from "../../ui/PhoneText.tsx";
import { countryName } from "../../ui/countries.ts";
import type { CustomerRowFragment } from "./customer-list.generated.ts";
import classes from "./CustomerListPage.module.css";
import { InternalBadge } from "./InternalBadge.tsx";
import { CustomerStateText } from "./CustomerStateText.tsx";
import { OwnerPath } from "../../navigation/OwnerPath.tsx";

export function useCustomerColumns(): GridColumn<CustomerRowFragment>[] {
  const { t } = useTranslation(["customers", "words"]);
  const locale = useLocale();
  return [
    // O12: the exact words of the label.
    { key: "customer", header: t("column.customer"), cell: (row) => <Label of={row} />, isPrimary: true },
    { key: "kind", header: t("column.kind"), cell: ({ kind }) => t(`words:customerKind.${kind}`), hideOnPhone: true },
    {
      key: "phone",
      header: t("column.phone"),
      cell: ({ phone }) => (phone === null ? <None /> : <PhoneText value={phone} />),
      phonePlace: "end",
    },
    { key: "email", header: t("column.email"), cell: ({ email }) => email ?? <None />, hideOnPhone: true },
    {
      key: "state",
      header: t("column.state"),
      cell: (row) => <CustomerStateText customer={row} />,
      phonePlace: "start",
    },
    {
      key: "country",
      header: t("column.country"),
      cell: (row) => countryName(row.homeCountry, locale),
      hideOnPhone: true,
    },
    {
      key: "owner",
      header: t("column.owner"),
      cell: ({ tierPath }) => <OwnerPath tierPath={tierPath} />,
      hideOnPhone: true,
    },
  ];
}

function Label({ of: { label, isInternal } }: { readonly of: CustomerRowFragment }) {
  return (
    <>
      {label}
      {isInternal && <InternalBadge />}
    </>
  );
}

function None() {
  return <span className={classes.dim}>–</span>;
}
