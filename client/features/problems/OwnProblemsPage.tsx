import { useQuery } from "@apollo/client/react";
import { pageSizeDefault, pageSizeMax } from "@tierline/shared/limits.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { pagesOf } from "../../api/pages-of.ts";
import { ProblemListDocument, type ProblemRowFragment } from "../../api/problems.generated.ts";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { aboutOf } from "../../navigation/ProblemTable.tsx";
import { ClosedPart } from "../../navigation/ClosedPart.tsx";
import { DeedButton } from "../../navigation/DeedButton.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { ReportProblem } from "../../navigation/ReportProblem.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { formatDateTime } from "../../ui/format.ts";
import { MoreRows } from "../../ui/MoreRows.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { stateTone } from "../../ui/state-tone.ts";
import { StateDot } from "../../ui/StateDot.tsx";
import { OwnServicesDocument } from "./problem.generated.ts";
import classes from "./Problems.module.css";

const pollMs = 15_000;

/** In the portal: what the customer's people reported, how it stands, and where to report more. */
export function OwnProblemsPage() {
  const { t } = useTranslation(["problems", "portal", "rows", "words"]);
  const { permissions, reseller } = useViewer();
  const can = useCan("problem.report");
  const [isReporting, setReporting] = useState(false);
  const isOpen = permissions.includes("problem.view");
  const result = useQuery(ProblemListDocument, {
    variables: { first: pageSizeDefault },
    fetchPolicy: "cache-and-network",
    pollInterval: pollMs,
    skip: !isOpen,
  });
  return (
    <>
      <PageHeader
        title={t("own.title")}
        description={t("own.description", { reseller: reseller.name })}
        actions={
          <DeedButton disabledReason={can.reason} onClick={() => setReporting(true)}>
            {t("report")}
          </DeedButton>
        }
      />
      {isOpen ? (
        <QueryState result={result}>
          {({ problems: { nodes, totalCount, pageInfo } }) => (
            <Panel title={t("title")} count={totalCount.value} padded={false}>
              {nodes.length === 0 && <EmptyState kind="first" title={t("own.none")} />}
              <ul className={classes.own}>
                {nodes.map((problem) => (
                  <Own key={problem.id} problem={problem} />
                ))}
              </ul>
              <More {...pagesOf(result, pageInfo)} />
            </Panel>
          )}
        </QueryState>
      ) : (
        <ClosedPart />
      )}
      {isReporting && <Report onClose={() => setReporting(false)} onReported={() => isOpen && void result.refetch()} />}
    </>
  );
}

function Own({ problem }: { readonly problem: ProblemRowFragment }) {
  const { t } = useTranslation(["problems", "words"]);
  const locale = useLocale();
  const { reseller } = useViewer();
  const { state, text, reporter, createdAt, closing } = problem;
  const at = formatDateTime(createdAt, locale, { timeZone: reseller.timeZone });
  return (
    <li>
      <div className={classes.ownHead}>
        <strong>{aboutOf(problem) || t("column.text")}</strong>
        <StateDot tone={stateTone("problem", state)}>{t(`words:problem.${state}`)}</StateDot>
      </div>
      <p className={classes.dim}>{t("own.by", { by: reporter, at })}</p>
      <p className={classes.text}>{text}</p>
      {closing !== null && <p className={classes.said}>{t("own.said", { reseller: reseller.name, text: closing })}</p>}
    </li>
  );
}

function More({ hasMore, isLoadingMore, onMore }: ReturnType<typeof pagesOf>) {
  const { t } = useTranslation(["problems", "rows"]);
  if (!hasMore) return null;
  return (
    <MoreRows isLoading={isLoadingMore} onMore={onMore} labels={{ more: t("rows:more"), loading: t("rows:loading") }} />
  );
}

function Report(props: { readonly onClose: () => void; readonly onReported: () => void }) {
  const canSee = useCan("service.view").isAllowed;
  const { data } = useQuery(OwnServicesDocument, { variables: { first: pageSizeMax }, skip: !canSee });
  return <ReportProblem {...props} services={data?.services.nodes ?? []} />;
}
