import { Badge } from "@mantine/core";
import { formatPhoneNumber } from "@tierline/shared/phone-number.ts";
import { useTranslation } from "react-i18next";
import type { GridColumn } from "../../ui/grid-column.ts";
import { StateDot } from "../../ui/StateDot.tsx";
import classes from "./CustomerPage.module.css";
import type { PersonFieldsFragment } from "./subscribers.generated.ts";

interface Of {
  readonly of: PersonFieldsFragment;
}

/** Who it is and what they have, for whoever may see it. */
export function usePersonColumns(): GridColumn<PersonFieldsFragment>[] {
  const { t } = useTranslation("subscribers");
  return [
    { key: "email", header: t("person"), isPrimary: true, cell: (row) => <Person of={row} /> },
    { key: "package", header: t("package"), cell: (row) => <Package of={row} />, phonePlace: "end" },
    { key: "addons", header: t("addons"), cell: (row) => <Addons of={row} />, hideOnPhone: true },
    { key: "reach", header: t("reach"), cell: (row) => <Reach of={row} />, hideOnPhone: true },
  ];
}

export function nameOf({ firstName, lastName }: Pick<PersonFieldsFragment, "firstName" | "lastName">): string {
  return [firstName, lastName].filter((part) => part !== null && part !== "").join(" ");
}

function Person({ of }: Of) {
  const { t } = useTranslation("subscribers");
  const name = nameOf(of);
  return (
    <>
      {of.email}
      {of.role === "FULL_ADMIN" && (
        <Badge ml="xs" size="sm" variant="light">
          {t("role.FULL_ADMIN")}
        </Badge>
      )}
      {name !== "" && <span className={classes.sub}>{name}</span>}
    </>
  );
}

function Package({ of }: Of) {
  const { t } = useTranslation("subscribers");
  return (
    <>
      {of.package.name}
      {of.nextPackage !== null && <span className={classes.sub}>{t("next", { package: of.nextPackage.name })}</span>}
    </>
  );
}

function Addons({ of: { addons } }: Of) {
  if (addons.length === 0) return <span className={classes.quiet}>–</span>;
  return addons.map(({ offering }) => offering.name).join(" · ");
}

function Reach({ of: { phone, extension, isUnreachable } }: Of) {
  const { t } = useTranslation("subscribers");
  if (isUnreachable) return <StateDot tone="warn">{t("unreachable")}</StateDot>;
  const parts = [
    ...(phone === null ? [] : [formatPhoneNumber(phone)]),
    ...(extension === null ? [] : [t("extensionShort", { extension })]),
  ];
  return parts.length === 0 ? <span className={classes.quiet}>–</span> : parts.join(" · ");
}
