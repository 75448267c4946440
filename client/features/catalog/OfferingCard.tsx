import { Button, VisuallyHidden } from "@mantine/core";
import { IconDeviceMobile, IconDeviceTv, IconPhone, IconRouter, IconUsers } from "@tabler/icons-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { ServiceType } from "../../api/generated/schema.ts";
import { useCan } from "../../api/viewer.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { useReseller } from "../../navigation/use-place.ts";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import type { CatalogCardFragment } from "./catalog.generated.ts";
import classes from "./CatalogPage.module.css";
import { Price, SetupFee } from "./Price.tsx";
import { StockText } from "./StockText.tsx";

export const typeIcons: Record<ServiceType, typeof IconPhone> = {
  MOBILE: IconDeviceMobile,
  INTERNET: IconRouter,
  IPTV: IconDeviceTv,
  VOIP: IconPhone,
  COLLABORATION: IconUsers,
};

interface OfferingCardProps {
  readonly offering: CatalogCardFragment;
  /** Id of the customer it is for, where one was chosen. */
  readonly customer: string | null;
}

export const OfferingCard = memo(function OfferingCard({ offering, customer }: OfferingCardProps) {
  const { t } = useTranslation(["words", "catalog"]);
  const reseller = useReseller();
  const canExplain = useCan("rate.view").isAllowed;
  const Icon = typeIcons[offering.serviceType];
  return (
    <article className={classes.card}>
      <header className={classes.line}>
        <h3 className={classes.name}>
          <AppLink href={path.offering(reseller, offering.slug)}>{offering.name}</AppLink>
        </h3>
        <span className={classes.type}>
          <Icon size={15} stroke={1.6} aria-hidden />
          {t(`serviceType.${offering.serviceType}`)}
        </span>
      </header>
      <p className={classes.line}>
        <Price price={offering.price} months={offering.billingIntervalMonths} />
        <span className={classes.quiet}>
          <SetupFee price={offering.price} />
        </span>
        {canExplain && (
          <AppLink
            className={classes.quiet ?? ""}
            href={path.rates(reseller, { view: "price", offering: offering.id })}
          >
            {t("catalog:explainPrice")}
            <VisuallyHidden>, {offering.name}</VisuallyHidden>
          </AppLink>
        )}
      </p>
      <ul className={classes.facts}>
        {offering.facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <footer className={classes.foot}>
        <StockText requirements={offering.requirements} />
        <AssignButton offering={offering} customer={customer} />
      </footer>
    </article>
  );
});

/** Leads to assigning it, or says why not; either way it can be reached by the keyboard (O9). */
export function AssignButton({ offering: { slug, name, eligibility }, customer, size = "xs" }: AssignButtonProps) {
  const { t } = useTranslation("catalog");
  const reseller = useReseller();
  const can = useCan("order.place");
  const reason = can.reason ?? (eligibility.reasons.map(({ message }) => message).join(" ") || null);
  const words = (
    <>
      {t("assign")}
      <VisuallyHidden>, {name}</VisuallyHidden>
    </>
  );
  if (reason !== null) {
    return (
      <ReasonedButton variant="default" size={size} disabledReason={reason}>
        {words}
      </ReasonedButton>
    );
  }
  const href = path.assign(reseller, { product: slug, ...(customer !== null && { customer }) });
  return (
    <Button component={AppLink} href={href} variant="default" size={size} className={classes.assign ?? ""}>
      {words}
    </Button>
  );
}

interface AssignButtonProps {
  readonly offering: Pick<CatalogCardFragment, "slug" | "name" | "eligibility">;
  readonly customer: string | null;
  readonly size?: "xs" | "sm";
}
