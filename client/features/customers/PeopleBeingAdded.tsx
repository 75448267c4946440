import { useMutation } from "@apollo/client/react";
import { useEffect, useEffectEvent } from "react";
import { useTranslation } from "react-i18next";
import { countOf } from "../../api/bulk-counts.ts";
import {
  BulkImportLiveDocument,
  BulkImportPageDocument,
  CancelBulkDocument,
  StartBulkDocument,
} from "../../api/bulk.generated.ts";
import { useLive } from "../../api/use-live.ts";
import { useSend } from "../../api/use-send.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { formatNumber } from "../../ui/format.ts";
import { ProgressSegments } from "../../ui/ProgressSegments.tsx";
import type { PersonRow } from "./people-rows.ts";

interface PeopleBeingAddedProps {
  /** Of the import that they are. */
  readonly id: string;
  readonly rows: readonly PersonRow[];
  readonly onBegun: () => void;
  /** Why who was not added, by row; `isDone` when the others are. */
  readonly onEnded: (told: ReadonlyMap<number, string>, isDone: boolean) => void;
}

/** Rehearsed, and begun when nobody would be refused; else given up, and nobody is added. */
export function PeopleBeingAdded({ id, rows, onBegun, onEnded }: PeopleBeingAddedProps) {
  const { t } = useTranslation("subscribers");
  const locale = useLocale();
  const result = useLive({ query: BulkImportPageDocument, subscription: BulkImportLiveDocument, variables: { id } });
  const shown = result.data?.bulkImport ?? null;
  const [start] = useMutation(StartBulkDocument);
  const [cancel] = useMutation(CancelBulkDocument);
  const { send, problem } = useSend();
  const follow = useEffectEvent((): void => {
    if (shown === null) return;
    const { state, failedRows } = shown;
    const told = new Map(failedRows.flatMap(({ row, message }) => idOf(rows, row).map((of) => [of, message] as const)));
    const variables = { input: { id } };
    if (state === "REHEARSED" && (told.size > 0 || countOf(shown, "READY") === 0)) {
      void cancel({ variables }).catch(() => undefined); // it is gone after a week by itself
      onEnded(told, told.size === 0);
    } else if (state === "RUNNING") onBegun();
    else if (state === "REHEARSED") void send(async () => (await start({ variables })).data?.startBulk.userErrors);
    else if (state === "DONE" || state === "CANCELLED") onEnded(told, true);
  });
  const state = shown?.state;
  useEffect(() => follow(), [state]);
  const isChecked = state !== undefined && state !== "UPLOADED" && state !== "REHEARSING";
  const done =
    shown === null
      ? 0
      : rows.length - countOf(shown, ...(isChecked ? (["READY", "RUNNING"] as const) : (["STAGED"] as const)));
  const words = t(isChecked ? "several.adding" : "several.checking", {
    done: formatNumber(done, locale),
    all: formatNumber(rows.length, locale),
  });
  return (
    <div>
      <p aria-live="polite">{words}</p>
      <ProgressSegments total={rows.length} done={done} isCurrent label={t("several.title")} valueText={words} />
      {problem !== null && <ErrorNotice title={t("notDone")} what={problem.message} requestId={problem.requestId} />}
    </div>
  );
}

/** Rows of a file are counted from one. */
function idOf(rows: readonly PersonRow[], number: number): number[] {
  const row = rows[number - 1];
  return row === undefined ? [] : [row.id];
}
