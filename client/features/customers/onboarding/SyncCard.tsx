import { useMutation } from "@apollo/client/react";
import { Button, Group } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { countOf } from "../../../api/bulk-counts.ts";
import {
  BulkImportLiveDocument,
  BulkImportPageDocument,
  RetryBulkDocument,
  StartBulkDocument,
  type BulkViewFragment,
} from "../../../api/bulk.generated.ts";
import { useLive } from "../../../api/use-live.ts";
import { useSend } from "../../../api/use-send.ts";
import { useLocale } from "../../../i18n/use-locale.ts";
import { AppLink } from "../../../navigation/AppLink.tsx";
import { BulkFileLink } from "../../../navigation/BulkFileLink.tsx";
import { path } from "../../../navigation/path.ts";
import { QueryState } from "../../../navigation/QueryState.tsx";
import { useReseller } from "../../../navigation/use-place.ts";
import { ErrorNotice } from "../../../ui/ErrorNotice.tsx";
import { formatNumber } from "../../../ui/format.ts";
import { Panel } from "../../../ui/Panel.tsx";
import { ProgressSegments } from "../../../ui/ProgressSegments.tsx";
import { ReasonedButton } from "../../../ui/ReasonedButton.tsx";
import { StateDot } from "../../../ui/StateDot.tsx";
import { stateTone } from "../../../ui/state-tone.ts";
import styles from "./Wizard.module.css";
import { FailedUsers } from "./FailedUsers.tsx";

interface SyncCardProps {
  readonly id: string;
  /** It has come to an end, or was begun anew: what the step shows besides is another thing now. */
  readonly onEnded: () => void;
}

/** One file of users, live: what would come of it, how far it is, who failed and why. */
export function SyncCard({ id, onEnded }: SyncCardProps) {
  const result = useLive({ query: BulkImportPageDocument, subscription: BulkImportLiveDocument, variables: { id } });
  const state = result.data?.bulkImport?.state;
  const before = useRef(state);
  useEffect(() => {
    if (before.current !== undefined && before.current !== state) onEnded();
    before.current = state;
  }, [state, onEnded]);
  return (
    <QueryState result={result}>
      {({ bulkImport }) => (bulkImport === null ? null : <Card shown={bulkImport} />)}
    </QueryState>
  );
}

type Shown = { readonly shown: BulkViewFragment };

function Card({ shown }: Shown) {
  const { t } = useTranslation(["onboarding", "bulk"]);
  const locale = useLocale();
  const reseller = useReseller();
  const { id, state, fileName, rowCount, failedRows } = shown;
  const ok = countOf(shown, "DONE", "UNCHANGED");
  const failed = countOf(shown, "REFUSED", "FAILED");
  const ready = countOf(shown, "READY");
  const left = countOf(shown, "READY", "RUNNING", "STAGED");
  const number = (value: number): string => formatNumber(value, locale);
  const isOver = state === "DONE" || state === "CANCELLED";
  const words =
    state === "REHEARSED"
      ? t("onboarding:sync.rehearsed", { count: ready, ready: number(ready), failed: number(failed) })
      : t("onboarding:sync.counts", { ok: number(ok), failed: number(failed) });
  return (
    <Panel
      title={fileName}
      aside={<StateDot tone={stateTone("bulk", state)}>{t(`bulk:state.${state}`)}</StateDot>}
      padded
    >
      <p aria-live="polite" className={styles.said}>
        {words}
      </p>
      {!isOver && (
        <ProgressSegments
          total={rowCount}
          done={state === "REHEARSED" ? rowCount : rowCount - left}
          isCurrent={state === "RUNNING" || state === "REHEARSING"}
          label={fileName}
          valueText={words}
        />
      )}
      <FailedUsers rows={failedRows} count={failed} />
      <Group gap="sm" mt="sm" justify="flex-end">
        <AppLink href={path.import(reseller, id)}>{t("onboarding:sync.open")}</AppLink>
        {failed > 0 && shown.rowsDeletedAt === null && (
          <BulkFileLink id={id} of="errors" label={t("onboarding:sync.errors")} />
        )}
        <Deeds shown={shown} ready={ready} failed={failed} />
      </Group>
    </Panel>
  );
}

/** What comes next of it: begin, or try the failed again. */
function Deeds({ shown: { id, state, rowsDeletedAt }, ready, failed }: Shown & { ready: number; failed: number }) {
  const { t } = useTranslation("onboarding");
  const locale = useLocale();
  const [start] = useMutation(StartBulkDocument);
  const [retry] = useMutation(RetryBulkDocument);
  const { send, isBusy, problem } = useSend();
  const variables = { input: { id } };
  return (
    <>
      {problem !== null && (
        <ErrorNotice
          title={t("sync.failed")}
          what={problem.message}
          requestId={problem.requestId}
          requestIdLabel={t("request")}
        />
      )}
      {state === "REHEARSED" && (
        <ReasonedButton
          loading={isBusy}
          disabledReason={ready === 0 ? t("sync.nobody") : null}
          onClick={() => void send(async () => (await start({ variables })).data?.startBulk.userErrors)}
        >
          {t("sync.start", { count: ready, users: formatNumber(ready, locale) })}
        </ReasonedButton>
      )}
      {state === "DONE" && failed > 0 && rowsDeletedAt === null && (
        <Button
          variant="default"
          loading={isBusy}
          onClick={() => void send(async () => (await retry({ variables })).data?.retryBulk.userErrors)}
        >
          {t("sync.retry", { count: failed, users: formatNumber(failed, locale) })}
        </Button>
      )}
    </>
  );
}
