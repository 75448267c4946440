import { Select } from "@mantine/core";
import { bulkColumns, bulkKinds, bulkPermissions, type BulkKind } from "@tierline/shared/bulk.ts";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useSend } from "../../api/use-send.ts";
import { useCan } from "../../api/viewer.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { Permitted } from "../../navigation/Permitted.tsx";
import { path } from "../../navigation/path.ts";
import { useGo, useReseller } from "../../navigation/use-place.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { FileOrText, useFileOrText } from "../../ui/FileOrText.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { PlainTable } from "../../ui/PlainTable.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import classes from "./Bulk.module.css";
import { sendBulkFile } from "../../api/send-bulk-file.ts";

/** What the rows are, and where they come from: a file, or what was copied out of a spreadsheet. */
export function NewImportPage() {
  const { t } = useTranslation("bulk");
  return (
    <Permitted by="bulk.import" title={t("new")}>
      <NewImport />
    </Permitted>
  );
}

function NewImport() {
  const { t } = useTranslation("bulk");
  const reseller = useReseller();
  const go = useGo();
  const [kind, setKind] = useState<BulkKind>("CUSTOMERS");
  const { rows, setRows, isEmpty, fileName, content } = useFileOrText();
  const can = useCan(bulkPermissions[kind]);
  const { send, isBusy, problem } = useSend();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isEmpty || !can.isAllowed) return;
    void send(async () => {
      const { id, message } = await sendBulkFile(kind, fileName ?? t("pasted"), content());
      if (id === null) return [{ code: "INVALID" as const, message, path: null }];
      go(path.import(reseller, id));
      return [];
    });
  };
  return (
    <>
      <PageHeader
        title={t("new")}
        description={t("newHint")}
        crumb={<AppLink href={path.imports(reseller)}>{t("title")}</AppLink>}
      />
      <div className={classes.page}>
        <Panel title={t("file.title")} padded>
          <form className={classes.form} onSubmit={submit}>
            <Select
              label={t("column.kind")}
              data={bulkKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
              allowDeselect={false}
              value={kind}
              onChange={(value) => value !== null && setKind(value)}
            />
            <FileOrText
              value={rows}
              onChange={setRows}
              labels={{
                file: t("file.file"),
                fileHint: t("file.hint"),
                choose: t("file.choose"),
                paste: t("file.paste"),
                pasteHint: t("file.pasteHint"),
              }}
            />
            {problem !== null && (
              <ErrorNotice
                title={t("notDone")}
                what={problem.message}
                requestId={problem.requestId}
                requestIdLabel={t("request")}
              />
            )}
            <div className={classes.end}>
              <ReasonedButton
                type="submit"
                loading={isBusy}
                disabledReason={can.reason ?? (isEmpty ? t("file.none") : null)}
              >
                {t("file.send")}
              </ReasonedButton>
            </div>
          </form>
        </Panel>
        <Accepted kind={kind} />
      </div>
    </>
  );
}

/** Every column that the kind takes, as a header may call it. */
function Accepted({ kind }: { readonly kind: BulkKind }) {
  const { t } = useTranslation("bulk");
  return (
    <Panel title={t("accepted.title")} padded>
      <p className={classes.dim}>{t("accepted.hint")}</p>
      <PlainTable label={t("accepted.title")}>
        <thead>
          <tr>
            <th scope="col">{t("accepted.column")}</th>
            <th scope="col">{t("accepted.what")}</th>
          </tr>
        </thead>
        <tbody>
          {bulkColumns[kind].map(({ key, isRequired }) => (
            <tr key={key}>
              <td>
                <code>{key}</code>
              </td>
              <td>
                {t(`of.${kind}.${key}` as "of.CUSTOMERS.name")}
                {isRequired && <span className={classes.dim}> · {t("accepted.required")}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
    </Panel>
  );
}
