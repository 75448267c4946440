import { useApolloClient, useMutation } from "@apollo/client/react";
import { FileInput, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { sendBulkFile } from "../../../api/send-bulk-file.ts";
import { useSend } from "../../../api/use-send.ts";
import { AppLink } from "../../../navigation/AppLink.tsx";
import { path } from "../../../navigation/path.ts";
import { useReseller } from "../../../navigation/use-place.ts";
import { ErrorNotice } from "../../../ui/ErrorNotice.tsx";
import { ReasonedButton } from "../../../ui/ReasonedButton.tsx";
import classes from "../CustomerForm.module.css";
import { PlanSyncDocument, SyncDocument } from "./sync.generated.ts";

interface SyncUploadProps {
  readonly customerId: string;
  readonly onKept: () => void;
}

/** Hands a file in and has it rehearsed, with this customer in all its rows. */
export function SyncUpload({ customerId, onKept }: SyncUploadProps) {
  const { t } = useTranslation("onboarding");
  const reseller = useReseller();
  const client = useApolloClient();
  const [plan] = useMutation(PlanSyncDocument);
  const [file, setFile] = useState<File | null>(null);
  const [text, setText] = useState("");
  const [unplanned, setUnplanned] = useState<string | null>(null);
  const { send, isBusy, problem } = useSend();
  const isEmpty = file === null && text.trim() === "";
  const perform = async () => {
    setUnplanned(null);
    const { id, message } = await sendBulkFile("USERS", file?.name ?? t("sync.pasted"), file ?? new Blob([text]));
    if (id === null) return [{ code: "INVALID" as const, message, path: null }];
    // Whose columns the names do not tell is said on the import's own page.
    setUnplanned(id);
    const kept = await client.query({ query: SyncDocument, variables: { id }, fetchPolicy: "network-only" });
    const mapping = (kept.data?.bulkImport?.columns ?? []).flatMap(({ key, header }) =>
      key === "customer" || header === null ? [] : [{ column: key, header }],
    );
    const defaults = [{ column: "customer", value: customerId }];
    const { data } = await plan({ variables: { input: { id, mapping, defaults } } });
    const errors = data?.planBulk.userErrors ?? [];
    if (errors.length > 0) return errors;
    setUnplanned(null);
    setFile(null);
    setText("");
    onKept();
    return [];
  };
  return (
    <div className={classes.part}>
      <div className={classes.grid}>
        <FileInput
          label={t("sync.file")}
          placeholder={t("sync.choose")}
          accept=".csv,.txt,text/csv,text/plain"
          clearable
          value={file}
          onChange={setFile}
        />
        <Textarea
          label={t("sync.paste")}
          autosize
          minRows={2}
          maxRows={8}
          spellCheck={false}
          disabled={file !== null}
          placeholder={"email,name\n"}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
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
