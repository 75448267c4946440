import { useMutation } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSend } from "../../api/use-send.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { formatNumber } from "../../ui/format.ts";
import { RetryBulkDocument, type BulkViewFragment } from "../../api/bulk.generated.ts";
import { countOf } from "../../api/bulk-counts.ts";

/** Rehearses what came to nothing once more, and that alone. */
export function RetryButton({ shown }: { readonly shown: BulkViewFragment }) {
  const { t } = useTranslation("bulk");
  const locale = useLocale();
  const [retry] = useMutation(RetryBulkDocument);
  const { send, isBusy, problem } = useSend();
  const { id, state, rowsDeletedAt } = shown;
  const failed = countOf(shown, "REFUSED", "FAILED");
  if (state !== "DONE" || failed === 0 || rowsDeletedAt !== null) return null;
  const perform = async () => (await retry({ variables: { input: { id } } })).data?.retryBulk.userErrors;
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
      <Button loading={isBusy} onClick={() => void send(perform)}>
        {t("failed.retry", { count: failed, rows: formatNumber(failed, locale) })}
      </Button>
    </>
  );
}
