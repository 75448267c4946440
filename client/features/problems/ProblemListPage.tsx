import { useQuery } from "@apollo/client/react";
import { pageSizeDefault } from "@tierline/shared/limits.ts";
import { problemStates } from "@tierline/shared/problem-state.ts";
import { useTranslation } from "react-i18next";
import * as z from "zod/mini";
import { pagesOf } from "../../api/pages-of.ts";
import { ProblemListDocument } from "../../api/problems.generated.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { path } from "../../navigation/path.ts";
import { ProblemTable } from "../../navigation/ProblemTable.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useReseller, useUrlState } from "../../navigation/use-place.ts";
import { choice } from "../../navigation/url-parts.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { formatNumber } from "../../ui/format.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { SegmentedChoice } from "../../ui/SegmentedChoice.tsx";
import classes from "./Problems.module.css";

const shown = ["OPEN", "ESCALATED", "CLOSED", "ALL"] as const;
const listState = z.object({ state: choice(shown, "OPEN") });
const pollMs = 15_000;

/** What customers of this tier and below reported, open ones first of all. */
export function ProblemListPage() {
  const { t } = useTranslation(["problems", "rows", "words"]);
  const locale = useLocale();
  const reseller = useReseller();
  const [{ state }, setState] = useUrlState(listState);
  const result = useQuery(ProblemListDocument, {
    variables: {
      filter: { state: problemStates.filter((each) => state === "ALL" || each === state) },
      first: pageSizeDefault,
    },
    fetchPolicy: "cache-and-network",
    pollInterval: pollMs,
  });
  const data = result.data ?? (result.error === undefined ? result.previousData : undefined);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        beside={data && <span>{formatNumber(data.problems.totalCount.value, locale)}</span>}
      />
      <div className={classes.box}>
        <div className={classes.toolbar}>
          <SegmentedChoice
            label={t("column.state")}
            value={state}
            onChange={(next) => setState({ state: next })}
            options={shown.map((value) => ({
              value,
              label: value === "ALL" ? t("all") : t(`words:problem.${value}`),
            }))}
          />
        </div>
        <QueryState result={{ data, error: result.error, loading: result.loading, refetch: result.refetch }}>
          {({ problems }) => (
            <ProblemTable
              {...pagesOf(result, problems.pageInfo)}
              problems={problems.nodes}
              caption={t("title")}
              hrefOf={(id) => path.problem(reseller, id)}
              empty={<EmptyState kind={state === "ALL" ? "first" : "filtered"} title={t("none")} />}
              total={problems.totalCount.value}
              hasPageKeys
            />
          )}
        </QueryState>
      </div>
    </>
  );
}
