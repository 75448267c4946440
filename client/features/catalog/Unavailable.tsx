import { IconBan } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useCan } from "../../api/viewer.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { useReseller } from "../../navigation/use-place.ts";
import { Panel } from "../../ui/Panel.tsx";
import type { CatalogCardFragment } from "./catalog.generated.ts";
import classes from "./CatalogPage.module.css";
import { AssignButton } from "./OfferingCard.tsx";
import { Price } from "./Price.tsx";

interface UnavailableProps {
  readonly offerings: readonly CatalogCardFragment[];
  readonly customer: string | null;
}

/** What cannot be assigned now, each with its reasons and, where there is one, the way to change that (O9). */
export function Unavailable({ offerings, customer }: UnavailableProps) {
  const { t } = useTranslation(["catalog", "words"]);
  const reseller = useReseller();
  if (offerings.length === 0) return null;
  return (
    <Panel
      title={customer === null ? t("notAvailable") : t("notAvailableHere")}
      count={offerings.length}
      padded={false}
      className={classes.closed ?? ""}
    >
      <ul className={classes.rows}>
        {offerings.map((offering) => (
          <li key={offering.id} className={classes.row}>
            <AppLink className={classes.rowName} href={path.offering(reseller, offering.slug)}>
              {offering.name}
            </AppLink>
            <span className={classes.quiet}>{t(`words:serviceType.${offering.serviceType}`)}</span>
            <Price price={offering.price} months={offering.billingIntervalMonths} />
            <span className={classes.reason}>
              <IconBan size={14} stroke={1.6} aria-hidden />
              <span>{offering.eligibility.reasons.map(({ message }) => message).join(" ")}</span>
            </span>
            <span className={classes.rowEnd}>
              <Remedy offering={offering} />
              <AssignButton offering={offering} customer={customer} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The page on which the first reason that one can do something about goes away. */
function Remedy({ offering: { slug, serviceType, eligibility, requirements } }: { offering: CatalogCardFragment }) {
  const { t } = useTranslation("catalog");
  const reseller = useReseller();
  const canAdd = useCan("inventory.add").isAllowed;
  const canEdit = useCan("catalog.edit").isAllowed;
  const codes = new Set(eligibility.reasons.map(({ code }) => code));
  const missing = requirements.find(({ isRequired, available }) => isRequired && available === 0);
  if (codes.has("OUT_OF_STOCK") && missing !== undefined && canAdd)
    return <AppLink href={path.addItems(reseller, { template: missing.template.key })}>{t("remedy.addItems")}</AppLink>;
  if ((codes.has("DISABLED") || codes.has("PLAYBOOK_MISSING")) && canEdit)
    return <AppLink href={`${path.offering(reseller, slug)}?edit=yes`}>{t("remedy.edit")}</AppLink>;
  if (codes.has("NO_COMPATIBLE_SERVICE"))
    return <AppLink href={path.catalog(reseller, { kind: "PLAN", type: serviceType })}>{t("remedy.plans")}</AppLink>;
  return null;
}
