import { useMutation } from "@apollo/client/react";
import { bulkRowStates } from "@tierline/shared/bulk.ts";
import { useTranslation } from "react-i18next";
import { useSend } from "../../api/use-send.ts";
import { useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { BulkFileLink } from "../../navigation/BulkFileLink.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { formatDate, formatDuration, formatNumber } from "../../ui/format.ts";
import { Panel } from "../../ui/Panel.tsx";
import { ProgressSegments } from "../../ui/ProgressSegments.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { useNow } from "../../ui/use-now.ts";
import { PauseBulkDocument, ResumeBulkDocument, type BulkViewFragment } from "../../api/bulk.generated.ts";
import classes from "./Bulk.module.css";
import { CancelButton } from "./CancelButton.tsx";
import { RetryButton } from "./RetryButton.tsx";
import { countOf, restMs } from "../../api/bulk-counts.ts";

/** How far it is, how long the rest takes, and what has become of the rows as files. */
export function ProgressPanel({ shown }: { readonly shown: BulkViewFragment }) {
  const { t } = useTranslation("bulk");
  const locale = useLocale();
  const { id, state, halt, startedAt, ratePerMinute, rowsDeletedAt } = shown;
  const isRunning = state === "RUNNING";
  const nowMs = useNow(1_000, 0, !isRunning);
  const done = countOf(shown, "DONE");
  const ended = done + countOf(shown, "FAILED");
  const left = countOf(shown, "READY", "RUNNING");
  const rest = isRunning && startedAt !== null ? restMs(ended, left, nowMs - Date.parse(startedAt)) : null;
  const number = (value: number): string => formatNumber(value, locale);
  const hasErrors = countOf(shown, "REFUSED", "FAILED", "CANCELLED") > 0;
  const files = rowsDeletedAt !== null ? [] : hasErrors ? (["errors", "results"] as const) : (["results"] as const);
  const counts = { done: number(done), rows: number(done + left + countOf(shown, "FAILED", "CANCELLED")) };
  return (
    <Panel title={t("progress.title")} padded>
      <div className={classes.form}>
        {halt !== null && <ErrorNotice tone="warn" title={t("progress.halted")} what={halt} />}
        <div aria-live="polite" className={classes.what}>
          {t("doneOf", counts)}
        </div>
        <ProgressSegments
          total={ended + left}
          done={ended}
          isCurrent={isRunning}
          label={t("progress.title")}
          valueText={t("doneOf", counts)}
        />
        <Facts
          items={[
            ...(rest === null
              ? []
              : [{ key: "rest", label: t("progress.rest"), value: formatDuration(rest, locale), isStrong: true }]),
            ...(ratePerMinute === null
              ? []
              : [{ key: "rate", label: t("rehearsal.rate"), value: number(ratePerMinute) }]),
            ...bulkRowStates
              .filter((each) => each !== "STAGED" && countOf(shown, each) > 0)
              .map((each) => ({ key: each, label: t(`row.${each}`), value: number(countOf(shown, each)) })),
          ]}
        />
        <Kept shown={shown} />
        <div className={classes.end}>
          {files.map((of) => (
            <BulkFileLink key={of} id={id} of={of} label={t(`progress.${of}`)} />
          ))}
          {(isRunning || state === "PAUSED") && <CancelButton shown={shown} />}
          <PauseOrResume shown={shown} />
          <RetryButton shown={shown} />
        </div>
      </div>
    </Panel>
  );
}

/** Until when what the file said can be had, or that it is gone. */
function Kept({ shown: { rowsKeptUntil, rowsDeletedAt } }: { readonly shown: BulkViewFragment }) {
  const { t } = useTranslation("bulk");
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  const day = (at: string): string => formatDate(at, locale, { timeZone });
  if (rowsDeletedAt !== null)
    return <p className={classes.dim}>{t("progress.deleted", { day: day(rowsDeletedAt) })}</p>;
  if (rowsKeptUntil === null) return null;
  return <p className={classes.dim}>{t("progress.kept", { day: day(rowsKeptUntil) })}</p>;
}

function PauseOrResume({ shown: { id, state } }: { readonly shown: Pick<BulkViewFragment, "id" | "state"> }) {
  const { t } = useTranslation("bulk");
  const [pause] = useMutation(PauseBulkDocument);
  const [resume] = useMutation(ResumeBulkDocument);
  const { send, isBusy, problem } = useSend();
  if (state !== "RUNNING" && state !== "PAUSED") return null;
  const variables = { input: { id } };
  const perform = () =>
    state === "RUNNING"
      ? pause({ variables }).then(({ data }) => data?.pauseBulk.userErrors)
      : resume({ variables }).then(({ data }) => data?.resumeBulk.userErrors);
  return (
    <>
      {problem !== null && (
        <ErrorNotice
          title={t("notDone")}
          what={problem.message}
          requestId={problem.requestId}
          requestIdLabel={t("request")}
        />
      )}
      <ReasonedButton
        variant={state === "RUNNING" ? "default" : "filled"}
        loading={isBusy}
        onClick={() => void send(perform)}
      >
        {t(state === "RUNNING" ? "progress.pause" : "progress.resume")}
      </ReasonedButton>
    </>
  );
}
