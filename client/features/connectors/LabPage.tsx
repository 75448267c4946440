import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useReseller } from "../../navigation/use-place.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { LabPageDocument } from "./connectors.generated.ts";
import classes from "./Connectors.module.css";
import { LabCalls } from "./LabCalls.tsx";
import { LabElements } from "./LabElements.tsx";
import { LabWorkers } from "./LabWorkers.tsx";

const pollMs = 2_000;

/** The demo network, to be broken by hand and watched (issue, section 4). */
export function LabPage() {
  const { t } = useTranslation("connectors");
  const reseller = useReseller();
  const result = useQuery(LabPageDocument, {
    fetchPolicy: "cache-and-network",
    pollInterval: pollMs,
    skipPollAttempt: () => document.hidden,
  });
  const mailboxUrl = result.data?.lab.mailboxUrl ?? null;
  return (
    <>
      <PageHeader
        title={t("lab.title")}
        crumb={<AppLink href={path.connectors(reseller)}>{t("title")}</AppLink>}
        description={t("lab.description")}
        {...(mailboxUrl !== null && {
          actions: (
            <a href={mailboxUrl} target="_blank" rel="noreferrer">
              {t("lab.mailbox")}
            </a>
          ),
        })}
      />
      <QueryState result={result}>
        {({ lab }) =>
          lab.isRunning ? (
            <div className={classes.lab}>
              <div className={classes.column}>
                <LabElements elements={lab.elements} />
                <LabCalls calls={lab.recentCalls} elements={lab.elements} />
              </div>
              <aside className={classes.column}>
                <HowTo />
                <LabWorkers workers={lab.workers} />
              </aside>
            </div>
          ) : (
            <EmptyState kind="first" title={t("lab.none")}>
              {t("lab.noneText")}
            </EmptyState>
          )
        }
      </QueryState>
    </>
  );
}

const steps = ["break", "assign", "watch", "mend", "kill"] as const;

/** For those who see this for the first time. */
function HowTo() {
  const { t } = useTranslation("connectors");
  const reseller = useReseller();
  return (
    <Panel title={t("howTo.title")} aside={<AppLink href={path.assign(reseller)}>{t("howTo.start")}</AppLink>}>
      <ol className={classes.steps}>
        {steps.map((step) => (
          <li key={step}>{t(`howTo.${step}`)}</li>
        ))}
      </ol>
    </Panel>
  );
}
