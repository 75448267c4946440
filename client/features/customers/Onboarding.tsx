import { mayOrder } from "@tierline/shared/customer-state.ts";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../api/viewer.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { useReseller } from "../../navigation/use-place.ts";
import { Panel } from "../../ui/Panel.tsx";
import { StateDot } from "../../ui/StateDot.tsx";
import type { CustomerFieldsFragment, CustomerOverviewQuery } from "./customer.generated.ts";
import classes from "./CustomerPage.module.css";

interface OnboardingProps {
  readonly customer: CustomerFieldsFragment;
  readonly overview: NonNullable<CustomerOverviewQuery["customer"]>;
}

/** What is still to be done until the customer can call, told from what is there; nothing when all is (V11). */
export function Onboarding({ customer, overview }: OnboardingProps) {
  const { t } = useTranslation("customers");
  const reseller = useReseller();
  const isOwn = customer.tierPath.at(-1)?.key === useViewer().reseller.key;
  const { hasRatePlan, contacts, sites, services } = overview;
  const isAlive = mayOrder(customer.state) || customer.state === "SUSPENDED";
  if (!isAlive || hasRatePlan === undefined) return null;
  const isReached = customer.email !== null || customer.phone !== null || contacts.length + sites.length > 0;
  const steps = [
    { key: "customer", isDone: true, href: null },
    { key: "contact", isDone: isReached, href: path.customer(reseller, customer.id, "contacts") },
    { key: "service", isDone: services.totalCount.value > 0, href: path.assign(reseller, { customer: customer.id }) },
    { key: "ratePlan", isDone: hasRatePlan, href: isOwn ? path.rates(reseller, { view: "plans" }) : null },
  ] as const;
  const done = steps.filter(({ isDone }) => isDone).length;
  if (done === steps.length) return null;
  const obstacle = services.totalCount.value === 0 ? "service" : hasRatePlan ? null : "ratePlan";
  const counts = { done, all: steps.length };
  return (
    <Panel title={t("onboarding.title")} aside={t("onboarding.done", counts)}>
      {obstacle !== null && (
        <StateDot tone="warn">{t("onboarding.noCalls", { why: t(`onboarding.why.${obstacle}`) })}</StateDot>
      )}
      <ul className={classes.list}>
        {steps.map(({ key, isDone, href }) => (
          <li key={key}>
            <span className={classes.grow}>
              <StateDot tone={isDone ? "ok" : "neutral"}>{t(`onboarding.step.${key}`)}</StateDot>
            </span>
            {isDone || href === null ? (
              <span className={classes.quiet}>{t(isDone ? "onboarding.isDone" : "onboarding.isOpen")}</span>
            ) : (
              <>
                {key === "service" && (
                  <AppLink href={path.assign(reseller, { customer: customer.id, type: "VOIP" })}>
                    {t("onboarding.do.line")}
                  </AppLink>
                )}
                <AppLink href={href}>{t(`onboarding.do.${key}`)}</AppLink>
              </>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
