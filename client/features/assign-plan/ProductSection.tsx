import { useQuery } from "@apollo/client/react";
import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { ChoiceCard, ChoiceGroup, ChoicePrice } from "../../ui/ChoiceGroup.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { formatMoney } from "../../ui/format.ts";
import { Loading } from "../../ui/Loading.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { SegmentedChoice } from "../../ui/SegmentedChoice.tsx";
import { AssignOfferingsDocument, type AssignOfferingFragment, type AssignPriceFragment } from "./assign.generated.ts";
import classes from "./AssignPage.module.css";
import type { AssignState } from "./use-assign-state.ts";
import type { Draft } from "./use-draft.ts";

interface ProductSectionProps {
  readonly draft: Draft;
  /** The product that the address names is being looked up. */
  readonly isOnItsWay: boolean;
  readonly state: AssignState;
  readonly onChange: (change: Partial<AssignState>) => void;
}

/** The plans that may be sold to this customer; once one is chosen the rest folds away behind "Change". */
export function ProductSection({ draft: { offering, customer }, isOnItsWay, state, onChange }: ProductSectionProps) {
  const { t } = useTranslation(["assign", "shell", "words"]);
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
  if (isOnItsWay) {
    return (
      <Panel title={t("product.title")}>
        <Loading rows={2} label={t("shell:loading")} />
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
      {state.type !== "" && (
        <Group gap="xs">
          <span className={classes.fact}>{t("product.only", { type: t(`words:serviceType.${state.type}`) })}</span>
          <Button variant="subtle" size="compact-sm" onClick={() => onChange({ type: "" })}>
            {t("product.all")}
          </Button>
        </Group>
      )}
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
  const result = useQuery(AssignOfferingsDocument, {
    variables: {
      customerId,
      serviceId: state.service || null,
      filter: {
        kind: state.kind,
        ...(state.type !== "" && { serviceType: state.type }),
        ...(customerId === null && { segment: state.segment }),
      },
    },
  });
  return (
    <QueryState result={result} rows={3}>
      {({ offerings: { nodes, hidden } }) => {
        const eligible = nodes.filter(({ eligibility }) => eligibility.isEligible);
        const others = nodes.filter(({ eligibility }) => !eligibility.isEligible);
        return (
          <>
            {eligible.length === 0 ? (
              <EmptyState kind="filtered" title={t("product.none")}>
                {hidden.map(({ reason, count }) => t(`hidden.${reason}`, { count })).join(" · ")}
              </EmptyState>
            ) : (
              <ChoiceGroup
                label={t("product.title")}
                value=""
                onChange={(slug) => onChange({ product: slug })}
                columns={3}
                leadsOn
              >
                {eligible.map(({ slug, name, price, facts }) => (
                  <ChoiceCard key={slug} value={slug} title={name}>
                    <PriceOnCard price={price} />
                    {facts.map((fact) => (
                      <span key={fact} className={classes.fact}>
                        {fact}
                      </span>
                    ))}
                  </ChoiceCard>
                ))}
              </ChoiceGroup>
            )}
            <NotAvailable offerings={others} hasCustomer={customerId !== null} startsOpen={eligible.length === 0} />
          </>
        );
      }}
    </QueryState>
  );
}

function PriceOnCard({ price }: { price: AssignPriceFragment }) {
  const { t } = useTranslation("assign");
  const locale = useLocale();
  const period = price.recurring === null ? t("product.once") : t("product.perMonth");
  const amount = price.recurring ?? price.oneOff ?? price.setup;
  if (amount === null) return null;
  return <ChoicePrice period={period}>{formatMoney(amount.amount, amount.currency, locale)}</ChoicePrice>;
}

interface NotAvailableProps {
  readonly offerings: readonly { readonly slug: string; readonly name: string; readonly eligibility: Eligibility }[];
  readonly hasCustomer: boolean;
  readonly startsOpen: boolean;
}

type Eligibility = { readonly reasons: readonly { readonly message: string }[] };

/** Out of the way of what can be sold, each with its reasons (O9). */
function NotAvailable({ offerings, hasCustomer, startsOpen }: NotAvailableProps) {
  const { t } = useTranslation("assign");
  const [isOpen, setOpen] = useState(startsOpen);
  if (offerings.length === 0) return null;
  return (
    <div className={classes.closed}>
      <Button variant="subtle" size="compact-sm" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t(hasCustomer ? "product.notForCustomer" : "product.notAvailable", { count: offerings.length })}
      </Button>
      {isOpen && (
        <ul>
          {offerings.map(({ slug, name, eligibility }) => (
            <li key={slug}>
              <span>{name}</span>
              <span className={classes.dim}>{eligibility.reasons.map(({ message }) => message).join(" ")}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
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
function priceText(price: AssignPriceFragment, locale: string, perMonth: string, once: string): string {
  if (price.recurring !== null)
    return `${formatMoney(price.recurring.amount, price.recurring.currency, locale)} ${perMonth}`;
  const single = price.oneOff ?? price.setup;
  return single === null ? "" : `${formatMoney(single.amount, single.currency, locale)} ${once}`;
}
