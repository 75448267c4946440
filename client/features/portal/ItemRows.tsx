import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { IdentifierText } from "../../ui/IdentifierText.tsx";
import classes from "./Portal.module.css";
import type { PortalItemFragment } from "./portal.generated.ts";

/** What a service uses from stock: its SIM, its number, its modem. */
export function ItemRows({ items }: { items: readonly PortalItemFragment[] }) {
  const { t } = useTranslation("portal");
  if (items.length === 0) return <EmptyState kind="first" title={t("items.none")} />;
  return (
    <ul className={classes.rows}>
      {items.map(({ id, identifier, template: { label, identifierKind } }) => (
        <li key={id} className={classes.item}>
          <span className={classes.dim}>{label}</span>
          <IdentifierText
            value={identifier}
            kind={identifierKind}
            labels={{ copy: t("copy", { name: label }), copied: t("copied") }}
          />
        </li>
      ))}
    </ul>
  );
}
