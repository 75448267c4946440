import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useCan } from "../../api/viewer.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { AuditLink } from "../../navigation/AuditLink.tsx";
import { path } from "../../navigation/path.ts";
import { useReseller } from "../../navigation/use-place.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Facts, type Fact } from "../../ui/Facts.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { StateDot } from "../../ui/StateDot.tsx";
import { Price } from "./Price.tsx";
import classes from "./OfferingPage.module.css";
import type { OfferingDetailsFragment } from "./offering.generated.ts";
import { PackagePanel } from "./PackagePanel.tsx";
import { PricePanel } from "./PricePanel.tsx";
import { StockOf } from "./StockText.tsx";

interface OfferingViewProps {
  readonly offering: OfferingDetailsFragment;
  readonly onEdit: () => void;
}

export function OfferingView({ offering, onEdit }: OfferingViewProps) {
  const { t } = useTranslation(["catalog", "words"]);
  const reseller = useReseller();
  const canEdit = useCan("catalog.edit").isAllowed;
  return (
    <>
      <PageHeader
        title={offering.name}
        crumb={<AppLink href={path.catalog(reseller)}>{t("title")}</AppLink>}
        beside={
          <>
            <StateDot tone={offering.isEnabled ? "ok" : "off"}>
              {t(offering.isEnabled ? "enabled" : "disabled")}
            </StateDot>
            <span>{t(`words:offeringKind.${offering.kind}`)}</span>
            <span>{t(`words:serviceType.${offering.serviceType}`)}</span>
            <AuditLink subject={offering.id} />
          </>
        }
        actions={
          <>
            {canEdit && (
              <Button variant="default" onClick={onEdit}>
                {t("edit")}
              </Button>
            )}
            <Assign offering={offering} />
          </>
        }
      />
      <Problems offering={offering} />
      <div className={classes.columns}>
        <Panel title={t("whatItIs")} aside={<Price price={offering.price} months={offering.billingIntervalMonths} />}>
          {offering.description !== "" && <p className={classes.description}>{offering.description}</p>}
          <ul className={classes.facts}>
            {offering.facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
          <Facts items={useDetails(offering)} />
        </Panel>
        <div className={classes.side}>
          <PackagePanel offering={offering} />
          <PricePanel offering={offering} />
          <Needs offering={offering} />
          <OwnFields offering={offering} />
        </div>
      </div>
    </>
  );
}

/** O9 on its own page: what keeps everyone from it keeps this button too. */
function Assign({ offering: { slug, problems } }: { offering: OfferingDetailsFragment }) {
  const { t } = useTranslation("catalog");
  const reseller = useReseller();
  const can = useCan("order.place");
  const reason = can.reason ?? (problems.map(({ message }) => message).join(" ") || null);
  if (reason !== null) return <ReasonedButton disabledReason={reason}>{t("assign")}</ReasonedButton>;
  return (
    <Button component={AppLink} href={path.assign(reseller, { product: slug })}>
      {t("assign")}
    </Button>
  );
}

function Problems({ offering: { problems, requirements } }: { offering: OfferingDetailsFragment }) {
  const { t } = useTranslation("catalog");
  const reseller = useReseller();
  const canAdd = useCan("inventory.add").isAllowed;
  const missing = requirements.filter(({ isRequired, available }) => isRequired && available === 0);
  const isShort = problems.some(({ code }) => code === "OUT_OF_STOCK");
  if (problems.length === 0) return null;
  return (
    <div className={classes.problems}>
      <ErrorNotice tone="warn" title={t("problems")} what={problems.map(({ message }) => message).join(" ")}>
        {isShort && canAdd && (
          <div className={classes.links}>
            {missing.map(({ slot, label, template }) => (
              <AppLink key={slot} href={path.addItems(reseller, { template: template.key })}>
                {t("addItems", { item: label })}
              </AppLink>
            ))}
          </div>
        )}
      </ErrorNotice>
    </div>
  );
}

function useDetails(offering: OfferingDetailsFragment): Fact[] {
  const { t } = useTranslation(["catalog", "words"]);
  const reseller = useReseller();
  const { playbook } = offering;
  const details: Fact[] = [
    {
      key: "segments",
      label: t("field.segments"),
      value: offering.segments.map((segment) => t(`words:customerKind.${segment}`)).join(", "),
    },
    { key: "slug", label: t("field.slug"), value: <span className="tl-mono">{offering.slug}</span> },
    { key: "interval", label: t("detail.interval"), value: t("months", { count: offering.billingIntervalMonths }) },
    { key: "term", label: t("detail.term"), value: t("months", { count: offering.contractTermMonths }) },
    {
      key: "whileSuspended",
      label: t("field.whileSuspended"),
      value: t(`whileSuspended.${offering.whileSuspended}`),
    },
    { key: "site", label: t("field.needsSite"), value: t(offering.needsSite ? "yes" : "no") },
    { key: "installation", label: t("field.needsInstallation"), value: t(offering.needsInstallation ? "yes" : "no") },
  ];
  if (offering.simultaneousCalls !== null) {
    const { simultaneousCalls } = offering;
    details.push({ key: "calls", label: t("field.simultaneousCalls"), value: simultaneousCalls });
  }
  if (playbook != null) {
    details.push({
      key: "playbook",
      label: t("field.playbook"),
      value: (
        <AppLink href={path.playbook(reseller, playbook.key)}>
          {t("playbookVersion", { title: playbook.title, version: playbook.latestVersion })}
        </AppLink>
      ),
    });
  }
  return details;
}

function Needs({ offering: { requirements } }: { offering: OfferingDetailsFragment }) {
  const { t } = useTranslation("catalog");
  const reseller = useReseller();
  const canSee = useCan("inventory.view").isAllowed;
  return (
    <Panel title={t("needs")} count={requirements.length === 0 ? undefined : requirements.length}>
      {requirements.length === 0 ? (
        <span className={classes.dim}>{t("needsNothing")}</span>
      ) : (
        <Facts
          items={requirements.map((each) => ({
            key: each.slot,
            label: each.isRequired ? each.label : t("optional", { item: each.label }),
            value: canSee && (
              <AppLink className={classes.stock} href={path.inventory(reseller, { template: each.template.key })}>
                <StockOf requirement={each} isNamed />
              </AppLink>
            ),
          }))}
        />
      )}
    </Panel>
  );
}

function OwnFields({ offering: { customFields } }: { offering: OfferingDetailsFragment }) {
  const { t } = useTranslation("catalog");
  if (customFields.length === 0) return null;
  return (
    <Panel title={t("ownFields")} count={customFields.length}>
      <Facts
        items={customFields.map(({ key, label, kind, isRequired, choices }) => ({
          key,
          label: isRequired ? label : t("optional", { item: label }),
          value: kind === "CHOICE" ? choices.join(", ") : t(`fieldKind.${kind}`),
        }))}
      />
    </Panel>
  );
}
