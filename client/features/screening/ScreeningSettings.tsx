import { useMutation, useQuery } from "@apollo/client/react";
import { Button, NumberInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { policyLinksMax } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import { useSave } from "../../api/use-save.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { FormDialog } from "../../ui/FormDialog.tsx";
import {
  ScreeningSettingsDocument,
  SetScreeningSettingsDocument,
  type ScreeningSettingsQuery,
} from "./screening.generated.ts";
import classes from "./Screening.module.css";

interface ScreeningSettingsProps {
  readonly onClose: () => void;
}

type Settings = ScreeningSettingsQuery["screeningSettings"];

const fields = ["thresholdWithCountry", "threshold", "links"] as const;
const thousandths = 10;

/** How much alike is a potential match, and where policies are read (C22). */
export function ScreeningSettings({ onClose }: ScreeningSettingsProps) {
  const { t } = useTranslation("screening");
  const result = useQuery(ScreeningSettingsDocument, { fetchPolicy: "network-only" });
  if (result.data !== undefined) return <Form settings={result.data.screeningSettings} onClose={onClose} />;
  return (
    <Dialog isOpen onClose={onClose} title={t("settings.title")} size="lg" closeLabel={t("close")}>
      <QueryState result={result}>{() => null}</QueryState>
    </Dialog>
  );
}

function Form({ settings, onClose }: ScreeningSettingsProps & { readonly settings: Settings }) {
  const { t } = useTranslation("screening");
  const [setSettings] = useMutation(SetScreeningSettingsDocument);
  const form = useForm({
    initialValues: {
      threshold: settings.threshold / thousandths,
      thresholdWithCountry: settings.thresholdWithCountry / thousandths,
      links: settings.links.map(({ title, url }) => ({ title, url })),
    },
  });
  const { save, isBusy, problem } = useSave(form, fields);
  const submit = async (): Promise<void> => {
    const { threshold, thresholdWithCountry, links } = form.values;
    const input = {
      version: settings.version,
      threshold: Math.round(Number(threshold) * thousandths),
      thresholdWithCountry: Math.round(Number(thresholdWithCountry) * thousandths),
      links,
    };
    const isDone = await save(async () => {
      const { data } = await setSettings({ variables: { input } });
      return data?.setScreeningSettings.userErrors;
    });
    if (isDone) onClose();
  };
  const percent = { min: 50, max: 100, step: 1, decimalScale: 1, suffix: " %" } as const;
  return (
    <FormDialog
      title={t("settings.title")}
      onClose={onClose}
      deed={t("sources.save")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void submit()}
      labels={{ close: t("close"), cancel: t("cancel"), notDone: t("notDone"), request: t("request") }}
    >
      <p className={classes.dim}>{t("settings.text")}</p>
      <div className={classes.pair}>
        <NumberInput label={t("settings.threshold")} data-autofocus {...percent} {...form.getInputProps("threshold")} />
        <NumberInput
          label={t("settings.thresholdWithCountry")}
          {...percent}
          {...form.getInputProps("thresholdWithCountry")}
        />
      </div>
      <fieldset className={classes.links}>
        <legend>{t("policies")}</legend>
        {form.values.links.map((_, index) => (
          <div key={index} className={classes.link}>
            <TextInput
              aria-label={t("settings.linkTitle", { number: index + 1 })}
              placeholder={t("settings.titlePlaceholder")}
              autoComplete="off"
              {...form.getInputProps(`links.${index}.title`)}
            />
            <TextInput
              aria-label={t("settings.linkUrl", { number: index + 1 })}
              placeholder="https://"
              type="url"
              autoComplete="off"
              {...form.getInputProps(`links.${index}.url`)}
            />
            <Button
              variant="default"
              aria-label={t("settings.removeLink", { number: index + 1 })}
              onClick={() => form.removeListItem("links", index)}
            >
              {t("settings.remove")}
            </Button>
          </div>
        ))}
        {form.values.links.length < policyLinksMax && (
          <Button variant="default" size="xs" onClick={() => form.insertListItem("links", { title: "", url: "" })}>
            {t("settings.addLink")}
          </Button>
        )}
      </fieldset>
    </FormDialog>
  );
}
