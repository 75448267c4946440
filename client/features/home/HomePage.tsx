import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { serverClock } from "../../api/server-clock.ts";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { RunTable } from "../../navigation/RunTable.tsx";
import { keyLabel } from "../../navigation/shortcuts.tsx";
import { useGo, useReseller } from "../../navigation/use-place.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { formatDateTime } from "../../ui/format.ts";
import { KeyHint } from "../../ui/KeyHint.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { useNow } from "../../ui/use-now.ts";
import { AttentionPanel } from "./AttentionPanel.tsx";
import { HomeDocument, HomeRunsDocument } from "./home.generated.ts";
import classes from "./HomePage.module.css";
import { TodayPanel } from "./TodayPanel.tsx";

/** Nothing pushes the queue as a whole; it is asked for again while somebody looks. */
const askAgainMs = 15_000;

/** What needs somebody now, then how it is going. */
export function HomePage() {
  // With all words of the page at once: a part that waits for its own would take the whole page away for a moment.
  const { t } = useTranslation(["home", "rows"]);
  const canSee = useCan("home.view").isAllowed;
  const result = useQuery(HomeDocument, {
    skip: !canSee,
    fetchPolicy: "cache-and-network",
    pollInterval: askAgainMs,
    skipPollAttempt: () => document.hidden,
  });
  if (!canSee) return <HomeIsCustomers />;
  return (
    <>
      <PageHeader title={t("title")} crumb={<Now />} actions={<Actions />} />
      <QueryState result={result}>
        {({ homeSummary }) => (
          <div className={classes.columns}>
            <div className={classes.column}>
              <AttentionPanel items={homeSummary.attention} count={homeSummary.attentionCount} />
              <LatestRuns />
            </div>
            <TodayPanel metrics={homeSummary.metrics} billing={homeSummary.billing} />
          </div>
        )}
      </QueryState>
    </>
  );
}

/** A customer's own user has no queue and no figures: what is theirs is where they begin. */
function HomeIsCustomers() {
  const { t } = useTranslation("home");
  const reseller = useReseller();
  const go = useGo();
  useEffect(() => go(path.customers(reseller), { replace: true }), [go, reseller]);
  return <Loading rows={3} label={t("title")} />;
}

/** The reseller's own day and hour, which is what "today" below means. */
function Now() {
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  const now = new Date(useNow(20_000, serverClock.offsetMs)).toISOString();
  return <time dateTime={now}>{formatDateTime(now, locale, { timeZone, weekday: "long" })}</time>;
}

function Actions() {
  const { t } = useTranslation("home");
  const reseller = useReseller();
  const canCreate = useCan("customer.create");
  const canOrder = useCan("order.place");
  return (
    <>
      {canCreate.isAllowed ? (
        <Button component={AppLink} href={path.newCustomer(reseller)} variant="default">
          {t("newCustomer")}
        </Button>
      ) : (
        <ReasonedButton variant="default" disabledReason={canCreate.reason}>
          {t("newCustomer")}
        </ReasonedButton>
      )}
      {canOrder.isAllowed ? (
        <Button
          component={AppLink}
          href={path.assign(reseller)}
          leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
          rightSection={<KeyHint keys={keyLabel("a")} />}
          aria-keyshortcuts="a"
        >
          {t("addService")}
        </Button>
      ) : (
        <ReasonedButton disabledReason={canOrder.reason}>{t("addService")}</ReasonedButton>
      )}
    </>
  );
}

function LatestRuns() {
  const { t } = useTranslation("home");
  const reseller = useReseller();
  const canSee = useCan("run.view").isAllowed;
  const result = useQuery(HomeRunsDocument, {
    skip: !canSee,
    fetchPolicy: "cache-and-network",
    pollInterval: askAgainMs,
    skipPollAttempt: () => document.hidden,
  });
  if (!canSee) return null;
  return (
    <Panel title={t("runs.title")} padded={false} aside={<AppLink href={path.runs(reseller)}>{t("runs.all")}</AppLink>}>
      <QueryState result={result}>
        {({ provisioningRuns }) => (
          <RunTable
            runs={provisioningRuns.nodes}
            caption={t("runs.title")}
            hides={["started"]}
            empty={
              <EmptyState kind="first" title={t("runs.none")}>
                {t("runs.noneText")}
              </EmptyState>
            }
          />
        )}
      </QueryState>
    </Panel>
  );
}
