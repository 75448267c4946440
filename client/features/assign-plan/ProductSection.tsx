import { useQuery } from "@apollo/client/react";
import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { ChoiceCard, ChoiceGroup } from "../../ui/ChoiceGroup.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { formatMoney } from "../../ui/format.ts";
import { Panel } from "../../ui/Panel.tsx";
import { SegmentedChoice } from "../../ui/SegmentedChoice.tsx";
import { AssignOfferingsDocument, type AssignOfferingFragment, type AssignPriceFragment } from "./assign.generated.ts";
import classes from "./AssignPage.module.css";
import type { AssignState } from "./use-assign-state.ts";
import type { Draft } from "./use-draft.ts";

interface ProductSectionProps {
  readonly draft: Draft;
  readonly state: AssignState;
  readonly onChange: (change: Partial<AssignState>) => void;
}

/** The plans that may be sold to this customer; once one is chosen the rest folds away behind "Change". */
export function ProductSection({ draft: { offering, customer }, state, onChange }: ProductSectionProps) {
  const { t } = useTranslation("assign");
  if (offering !== null) {
    return (
      <Panel
        title={t("product.title")}
        aside={
          <Button variant="subtle" size="compact-sm" onClick={() => onChange({ product: "" })}>
            {t("change")}
          </Button>
        }
      >
        <ChosenProduct offering={offering} />
      </Panel>
    );
  }
  return (
    <Panel
      title={t("product.title")}
      aside={
        customer === null ? (
          <SegmentedChoice
            label={t("product.segment")}
            value={state.segment}
            onChange={(segment) => onChange({ segment })}
            options={[
              { value: "INDIVIDUAL", label: t("product.individual") },
              { value: "BUSINESS", label: t("product.business") },
            ]}
          />
        ) : undefined
      }
    >
      <Offerings customerId={customer?.id ?? null} state={state} onChange={onChange} />
    </Panel>
  );
}

function Offerings({
  customerId,
  state,
  onChange,
}: {
  customerId: string | null;
  state: AssignState;
  onChange: ProductSectionProps["onChange"];
}) {
  const { t } = useTranslation("assign");
  const locale = useLocale();
  const result = useQuery(AssignOfferingsDocument, {
    variables: {
      customerId,
      serviceId: state.service || null,
      filter: { kind: state.kind, ...(customerId === null ? { segment: state.segment } : {}) },
    },
  });
  return (
    <QueryState result={result} rows={3}>
      {({ offerings }) =>
        offerings.nodes.length === 0 ? (
          <EmptyState kind="filtered" title={t("product.none")}>
            {offerings.hidden.map(({ reason, count }) => t(`hidden.${reason}`, { count })).join(" · ")}
          </EmptyState>
        ) : (
          <ChoiceGroup
            label={t("product.title")}
            value=""
            onChange={(slug) => onChange({ product: slug })}
            columns={3}
            leadsOn
          >
            {offerings.nodes.map(({ slug, name, price, facts, eligibility }) => (
              <ChoiceCard
                key={slug}
                value={slug}
                title={name}
                {...(eligibility.isEligible
                  ? {}
                  : { disabledReason: eligibility.reasons.map(({ message }) => message).join(" ") })}
              >
                <span className={classes.price}>
                  {priceText(price, locale, t("product.perMonth"), t("product.once"))}
                </span>
                {facts.map((fact) => (
                  <span key={fact} className={classes.fact}>
                    {fact}
                  </span>
                ))}
              </ChoiceCard>
            ))}
          </ChoiceGroup>
        )
      }
    </QueryState>
  );
}

function ChosenProduct({ offering }: { offering: AssignOfferingFragment }) {
  const { t } = useTranslation("assign");
  const locale = useLocale();
  return (
    <Group justify="space-between" align="baseline" gap="xs">
      <span>
        <strong>{offering.name}</strong> <span className={classes.dim}>{offering.facts.join(" · ")}</span>
      </span>
      <span className={classes.amount}>
        {priceText(offering.price, locale, t("product.perMonth"), t("product.once"))}
      </span>
    </Group>
  );
}

/** "£15.00 a month" or "£5.00 once" (O50, O51). */
export function priceText(price: AssignPriceFragment, locale: string, perMonth: string, once: string): string {
  if (price.recurring !== null)
    return `${formatMoney(price.recurring.amount, price.recurring.currency, locale)} ${perMonth}`;
  const single = price.oneOff ?? price.setup;
  return single === null ? "" : `${formatMoney(single.amount, single.currency, locale)} ${once}`;
}
