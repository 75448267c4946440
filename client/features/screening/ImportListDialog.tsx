import { useMutation } from "@apollo/client/react";
import { Checkbox, FileInput, Select } from "@mantine/core";
import { screeningLists, type ScreeningList } from "@tierline/shared/screening.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSend } from "../../api/use-send.ts";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { ImportScreeningListDocument, type ImportScreeningListMutation } from "./screening.generated.ts";
import classes from "./Screening.module.css";
import { sendFile } from "./send-file.ts";

interface ImportListDialogProps {
  readonly onClose: () => void;
  readonly onImported: () => void;
}

type Wrong = ImportScreeningListMutation["importScreeningList"]["problems"];

/** Files become the list in force, or it is told line by line what is wrong with them. */
export function ImportListDialog({ onClose, onImported }: ImportListDialogProps) {
  const { t } = useTranslation("screening");
  const [list, setList] = useState<ScreeningList>("OFAC_SDN");
  const [files, setFiles] = useState<File[]>([]);
  const [isShrinkMeant, setShrinkMeant] = useState(false);
  const [wrong, setWrong] = useState<Wrong>([]);
  const { send, isBusy, problem } = useSend();
  const [importList] = useMutation(ImportScreeningListDocument);
  const perform = async () => {
    setWrong([]);
    const fileIds: string[] = [];
    for (const file of files) {
      const { id, message } = await sendFile(file);
      if (id === null) return [{ code: "INVALID" as const, message: `${file.name}: ${message}`, path: null }];
      fileIds.push(id);
    }
    const { data } = await importList({ variables: { input: { list, fileIds, isShrinkMeant } } });
    const payload = data?.importScreeningList;
    setWrong(payload?.problems ?? []);
    if ((payload?.version ?? null) !== null) {
      onImported();
      onClose();
    }
    return payload?.userErrors;
  };
  return (
    <FormDialog
      title={t("lists.import")}
      onClose={onClose}
      deed={t("lists.deed")}
      disabledReason={files.length === 0 ? t("lists.noFile") : null}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void send(perform)}
      labels={{ close: t("close"), cancel: t("cancel"), notDone: t("notDone"), request: t("request") }}
    >
      <Select
        label={t("lists.list")}
        data={screeningLists.map((value) => ({ value, label: t(`list.${value}`) }))}
        allowDeselect={false}
        value={list}
        onChange={(value) => value !== null && setList(value)}
      />
      <FileInput
        multiple
        label={t("lists.files")}
        description={t(`lists.hint.${list}`)}
        placeholder={t("lists.choose")}
        accept=".csv,.txt,text/csv,text/plain"
        value={files}
        onChange={setFiles}
        data-autofocus
      />
      <Checkbox
        label={t("lists.shrink")}
        checked={isShrinkMeant}
        onChange={(event) => setShrinkMeant(event.currentTarget.checked)}
      />
      {wrong.length > 0 && (
        <div role="alert">
          <strong>{t("lists.wrong", { count: wrong.length })}</strong>
          <ul className={classes.list}>
            {wrong.map(({ file, line, message }) => (
              <li key={`${file} ${line} ${message}`}>
                {line === null ? `${file}: ${message}` : t("lists.line", { file, line, message })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </FormDialog>
  );
}
