import { useMutation } from "@apollo/client/react";
import { NumberInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { ScreeningList } from "@tierline/shared/screening.ts";
import { useTranslation } from "react-i18next";
import { useSave } from "../../api/use-save.ts";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { SetScreeningListSourceDocument, type ListSourceFragment } from "./screening.generated.ts";
import classes from "./Screening.module.css";

interface ListSourceDialogProps {
  readonly list: ScreeningList;
  /** Null where it is not fetched yet. */
  readonly source: ListSourceFragment | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** The files of each list, as their publishers call them; of one alone it is plain. */
const filesOf: Readonly<Record<ScreeningList, readonly string[]>> = {
  OFAC_SDN: ["sdn.csv", "alt.csv", "add.csv"],
  CSL: [""],
  DPL: [""],
};
const everyDay = 24;
const fields = ["urls", "urls.0", "urls.1", "urls.2", "everyHours"] as const;

/** Where a list is fetched from by itself, and how often. */
export function ListSourceDialog({ list, source, onClose, onSaved }: ListSourceDialogProps) {
  const { t } = useTranslation("screening");
  const [setSource] = useMutation(SetScreeningListSourceDocument);
  const files = filesOf[list];
  const form = useForm({
    initialValues: {
      urls: files.map((_, index) => source?.urls[index] ?? ""),
      everyHours: source?.everyHours ?? everyDay,
    },
  });
  const { save, isBusy, problem } = useSave(form, fields);
  const submit = async (): Promise<void> => {
    const { urls, everyHours } = form.values;
    const input = { list, version: source?.version ?? 0, urls, everyHours: Number(everyHours) };
    const isDone = await save(async () => {
      const { data } = await setSource({ variables: { input } });
      return data?.setScreeningListSource.userErrors;
    });
    if (!isDone) return;
    onSaved();
    onClose();
  };
  return (
    <FormDialog
      title={t("sources.dialog", { list: t(`list.${list}`) })}
      onClose={onClose}
      deed={t("sources.save")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void submit()}
      labels={{ close: t("close"), cancel: t("cancel"), notDone: t("notDone"), request: t("request") }}
    >
      {files.map((file, index) => (
        <TextInput
          key={file}
          label={file === "" ? t("sources.address") : file}
          placeholder="https://"
          type="url"
          autoComplete="off"
          {...(index === 0 && { "data-autofocus": true })}
          {...form.getInputProps(`urls.${index}`)}
        />
      ))}
      {form.errors["urls"] !== undefined && (
        <p role="alert" className={classes.failure}>
          {form.errors["urls"]}
        </p>
      )}
      <NumberInput
        label={t("sources.hours")}
        min={1}
        max={720}
        allowDecimal={false}
        {...form.getInputProps("everyHours")}
      />
      {source !== null && <p className={classes.dim}>{t(files.length > 1 ? "sources.stop" : "sources.single")}</p>}
    </FormDialog>
  );
}
