import { addressLines } from "@tierline/shared/address.ts";
import { formatTaxNumber, taxNumberRule } from "@tierline/shared/tax-number.ts";
import { useQuery } from "@apollo/client/react";
import { isFinished } from "@tierline/shared/run-state.ts";
import { useTranslation } from "react-i18next";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { ActivityTimeline } from "../../navigation/ActivityTimeline.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { RunTable } from "../../navigation/RunTable.tsx";
import { useReseller } from "../../navigation/use-place.ts";
import { Facts } from "../../ui/Facts.tsx";
import { formatDate, formatNumber } from "../../ui/format.ts";
import { Panel } from "../../ui/Panel.tsx";
import { languageName } from "../../ui/countries.ts";
import {
  CustomerOverviewDocument,
  type CustomerFieldsFragment,
  type CustomerOverviewQuery,
} from "./customer.generated.ts";
import classes from "./CustomerPage.module.css";
import { MeetingsPart } from "./MeetingsPart.tsx";
import { Onboarding } from "./Onboarding.tsx";
import { PbxPart } from "./onboarding/PbxPart.tsx";
import { ScreeningPart } from "./ScreeningPart.tsx";
import { ServiceRows } from "./ServiceRows.tsx";
import { TagList } from "./TagList.tsx";

type Overview = NonNullable<CustomerOverviewQuery["customer"]>;

export function OverviewTab({ customer }: { customer: CustomerFieldsFragment }) {
  const { isAllowed: withRatePlan } = useCan("rate.view");
  const result = useQuery(CustomerOverviewDocument, {
    variables: { id: customer.id, withRatePlan },
    fetchPolicy: "cache-and-network",
  });
  return (
    <QueryState result={result}>
      {({ customer: overview }) =>
        overview === null ? null : (
          <div className={classes.columns}>
            <div className={classes.column}>
              <Onboarding customer={customer} overview={overview} />
              <Services overview={overview} />
              <Runs overview={overview} />
            </div>
            <div className={classes.column}>
              <About customer={customer} overview={overview} />
              <PbxPart customerId={customer.id} />
              <ScreeningPart customerId={customer.id} />
              {/* Asked again when the home country has moved, since the number follows it. */}
              <MeetingsPart key={customer.homeCountry} customerId={customer.id} />
              <PaymentMethods customer={customer} />
              <Activity overview={overview} />
            </div>
          </div>
        )
      }
    </QueryState>
  );
}

function Services({ overview: { id, services } }: { overview: Overview }) {
  const { t } = useTranslation("customers");
  const href = path.customer(useReseller(), id, "services");
  const count = formatNumber(services.totalCount.value, useLocale());
  const isAll = services.nodes.length >= services.totalCount.value;
  return (
    <Panel
      title={t("tab.services")}
      count={count}
      padded={false}
      {...(!isAll && { aside: <AppLink href={href}>{t("all.services")}</AppLink> })}
    >
      <ServiceRows customerId={id} services={services.nodes} />
    </Panel>
  );
}

/** What runs now is what one waits for; without it, the last runs answer "what happened?". */
function Runs({ overview: { id, provisioningRuns } }: { overview: Overview }) {
  const { t } = useTranslation("customers");
  const href = path.customer(useReseller(), id, "runs");
  if (provisioningRuns.nodes.length === 0) return null;
  const running = provisioningRuns.nodes.filter(({ state }) => !isFinished(state));
  const title = running.length > 0 ? t("runs.running") : t("runs.latest");
  const runs = running.length > 0 ? running : provisioningRuns.nodes;
  return (
    <Panel title={title} padded={false} aside={<AppLink href={href}>{t("all.runs")}</AppLink>}>
      <RunTable runs={runs} caption={title} empty={null} hides={["customer"]} />
    </Panel>
  );
}

function About({
  customer: { createdAt, createdVia, language, tags, attributes, homeCountry, kind, taxNumber, billingAddress },
  overview: { linesMax, lineCount },
}: {
  customer: CustomerFieldsFragment;
  overview: Overview;
}) {
  const { t } = useTranslation(["customers", "words"]);
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  const linesShown = (max: number, used: number) => ({
    used: formatNumber(used, locale),
    max: formatNumber(max, locale),
  });
  const since = formatDate(createdAt, locale, { timeZone });
  return (
    <Panel title={t("about.title")}>
      <Facts
        items={[
          {
            key: "since",
            label: t("about.since"),
            value: t("about.sinceVia", { since, channel: t(`words:channel.${createdVia}`) }),
          },
          { key: "language", label: t("field.language"), value: languageName(language, locale) },
          ...(linesMax === null
            ? []
            : [{ key: "lines", label: t("about.lines"), value: t("about.linesOf", linesShown(linesMax, lineCount)) }]),
          ...(taxNumber === null
            ? []
            : [
                {
                  key: "taxNumber",
                  label: taxNumberRule(homeCountry, kind)?.label ?? t("field.taxNumber"),
                  value: formatTaxNumber(homeCountry, taxNumber),
                },
              ]),
          ...(billingAddress === null
            ? []
            : [{ key: "address", label: t("new.billing"), value: addressLines(billingAddress).join(", ") }]),
          ...attributes.map(({ key, value }) => ({ key: `attribute:${key}`, label: key, value })),
        ]}
      />
      {tags.length > 0 && <TagList tags={tags} />}
    </Panel>
  );
}

function PaymentMethods({ customer: { paymentMethods } }: { customer: CustomerFieldsFragment }) {
  const { t } = useTranslation("customers");
  const locale = useLocale();
  return (
    <Panel title={t("payment.title")} padded={paymentMethods.length === 0}>
      {paymentMethods.length === 0 ? (
        <span className={classes.quiet}>{t("payment.none")}</span>
      ) : (
        <ul className={classes.list}>
          {paymentMethods.map(({ id, kind, brand, lastFour, expiresOn, isDefault }) => (
            <li key={id}>
              <span className={classes.grow}>
                {t("payment.ending", { brand, digits: lastFour })}
                <span className={classes.sub}>
                  {[
                    t(`payment.${kind}`),
                    expiresOn === null ? "" : t("payment.expires", { date: formatDate(expiresOn, locale) }),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </span>
              {isDefault && <span className={classes.quiet}>{t("payment.default")}</span>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Activity({ overview: { id, activity } }: { overview: Overview }) {
  const { t } = useTranslation("customers");
  const href = path.customer(useReseller(), id, "activity");
  if (activity.nodes.length === 0) return null;
  return (
    <Panel
      title={t("tab.activity")}
      footer={<AppLink href={href}>{t("all.activity", { count: activity.totalCount.value })}</AppLink>}
    >
      <ActivityTimeline entries={activity.nodes} label={t("tab.activity")} isShort />
    </Panel>
  );
}
