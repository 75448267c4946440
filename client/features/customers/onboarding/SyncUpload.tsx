import { useApolloClient, useMutation } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { BulkImportPageDocument, PlanBulkDocument } from "../../../api/bulk.generated.ts";
import { sendBulkFile } from "../../../api/send-bulk-file.ts";
import { useSend } from "../../../api/use-send.ts";
import { AppLink } from "../../../navigation/AppLink.tsx";
import { path } from "../../../navigation/path.ts";
import { useReseller } from "../../../navigation/use-place.ts";
import { ErrorNotice } from "../../../ui/ErrorNotice.tsx";
import { FileOrText, useFileOrText } from "../../../ui/FileOrText.tsx";
import { ReasonedButton } from "../../../ui/ReasonedButton.tsx";
import classes from "../CustomerForm.module.css";

interface SyncUploadProps {
  readonly customerId: string;
  readonly onKept: () => void;
}

/** Hands a file in and has it rehearsed, with this customer in all its rows. */
export function SyncUpload({ customerId, onKept }: SyncUploadProps) {
  const { t } = useTranslation("onboarding");
  const reseller = useReseller();
  const client = useApolloClient();
  const [plan] = useMutation(PlanBulkDocument);
  const { rows, setRows, isEmpty, fileName, content, empty } = useFileOrText();
  const [unplanned, setUnplanned] = useState<string | null>(null);
  const { send, isBusy, problem } = useSend();
  const perform = async () => {
    setUnplanned(null);
    const { id, message } = await sendBulkFile("USERS", fileName ?? t("sync.pasted"), content());
    if (id === null) return [{ code: "INVALID" as const, message, path: null }];
    // Whose columns the names do not tell is said on the import's own page.
    setUnplanned(id);
    const kept = await client.query({ query: BulkImportPageDocument, variables: { id }, fetchPolicy: "network-only" });
    const mapping = (kept.data?.bulkImport?.columns ?? []).flatMap(({ key, header }) =>
      key === "customer" || header === null ? [] : [{ column: key, header }],
    );
    const defaults = [{ column: "customer", value: customerId }];
    const { data } = await plan({ variables: { input: { id, mapping, defaults } } });
    const errors = data?.planBulk.userErrors ?? [];
    if (errors.length > 0) return errors;
    setUnplanned(null);
    empty();
    onKept();
    return [];
  };
  return (
    <div className={classes.part}>
      <div className={classes.grid}>
        <FileOrText
          value={rows}
          onChange={setRows}
          labels={{
            file: t("sync.file"),
            choose: t("sync.choose"),
            paste: t("sync.paste"),
            pasteExample: "email,name\n",
          }}
        />
      </div>
      {problem !== null && (
        <ErrorNotice
          title={t("sync.failed")}
          what={problem.message}
          requestId={problem.requestId}
          requestIdLabel={t("request")}
        >
          {unplanned !== null && <AppLink href={path.import(reseller, unplanned)}>{t("sync.assign")}</AppLink>}
        </ErrorNotice>
      )}
      <div className={classes.end}>
        <ReasonedButton
          variant="default"
          loading={isBusy}
          disabledReason={isEmpty ? t("sync.none") : null}
          onClick={() => void send(perform)}
        >
          {t("sync.rehearse")}
        </ReasonedButton>
      </div>
    </div>
  );
}
