import { useMutation } from "@apollo/client/react";
import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { AddPasskeyDocument, StartPasskeyRegistrationDocument } from "../api/factors.generated.ts";
import { makePasskey } from "../api/passkey.ts";
import { useSave } from "../api/use-save.ts";
import { FormDialog } from "../ui/FormDialog.tsx";
import classes from "./OwnFactors.module.css";
import { deviceOf } from "./SessionList.tsx";
import { useFactorLabels } from "./use-factor-labels.ts";

interface AddPasskeyProps {
  readonly onClose: () => void;
  /** With recovery codes when it was the first. */
  readonly onAdded: (recoveryCodes: readonly string[]) => void;
}

/** The browser makes it; here it only gets a name. */
export function AddPasskey({ onClose, onAdded }: AddPasskeyProps) {
  const { t } = useTranslation("account");
  const labels = useFactorLabels();
  const [start] = useMutation(StartPasskeyRegistrationDocument);
  const [add] = useMutation(AddPasskeyDocument);
  const form = useForm({ initialValues: { name: deviceOf(navigator.userAgent) ?? "" } });
  const { save, isBusy, problem, setProblem } = useSave(form, ["name"]);
  async function submit(name: string): Promise<void> {
    let codes: readonly string[] = [];
    let isMade = false;
    const isDone = await save(async () => {
      const started = (await start()).data?.startPasskeyRegistration;
      if (started?.token == null || started.options == null) return started?.userErrors;
      const passkey = await makePasskey(started.options);
      if (passkey === null) return [];
      isMade = true;
      const { data } = await add({ variables: { input: { token: started.token, name, passkey } } });
      codes = data?.addPasskey.recoveryCodes ?? [];
      return data?.addPasskey.userErrors;
    });
    if (isDone && isMade) onAdded(codes);
    else if (isDone) setProblem({ message: t("factors.passkeyNotMade"), requestId: null });
  }
  return (
    <FormDialog
      title={t("factors.passkeyTitle")}
      onClose={onClose}
      deed={t("factors.continue")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={form.onSubmit(({ name }) => void submit(name))}
      labels={labels}
    >
      <p className={classes.text}>{t("factors.passkeyText")}</p>
      <TextInput
        label={t("factors.name")}
        description={t("factors.nameHint")}
        data-autofocus
        {...form.getInputProps("name")}
      />
    </FormDialog>
  );
}
