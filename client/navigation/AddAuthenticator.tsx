import { useMutation } from "@apollo/client/react";
import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AddAuthenticatorDocument, ConfirmAuthenticatorDocument } from "../api/factors.generated.ts";
import { useSave } from "../api/use-save.ts";
import { CodeBlock } from "../ui/CodeBlock.tsx";
import { FormDialog } from "../ui/FormDialog.tsx";
import { QrCode } from "../ui/QrCode.tsx";
import classes from "./OwnFactors.module.css";
import { useFactorLabels } from "./use-factor-labels.ts";

interface AddFactorProps {
  readonly onClose: () => void;
  /** With recovery codes when it was the first. */
  readonly onAdded: (recoveryCodes: readonly string[]) => void;
}

interface Shown {
  readonly id: string;
  readonly secret: string;
  readonly address: string;
}

/** First its name, then the secret for the app and the code by which the app shows that it has it. */
export function AddAuthenticator({ onClose, onAdded }: AddFactorProps) {
  const { t } = useTranslation("account");
  const labels = useFactorLabels();
  const [shown, setShown] = useState<Shown | null>(null);
  const [add] = useMutation(AddAuthenticatorDocument);
  const [confirm] = useMutation(ConfirmAuthenticatorDocument);
  const form = useForm({ initialValues: { name: t("factors.phone"), code: "" } });
  const { save, isBusy, problem } = useSave(form, ["name", "code"]);
  async function begin(name: string): Promise<void> {
    await save(async () => {
      const { data } = await add({ variables: { input: { name } } });
      const { id, secret, address, userErrors = [] } = data?.addAuthenticator ?? {};
      if (id != null && secret != null && address != null) setShown({ id, secret, address });
      return userErrors;
    });
  }
  async function finish({ id }: Shown, code: string): Promise<void> {
    let codes: readonly string[] = [];
    const isDone = await save(async () => {
      const { data } = await confirm({ variables: { input: { id, code } } });
      codes = data?.confirmAuthenticator.recoveryCodes ?? [];
      return data?.confirmAuthenticator.userErrors;
    });
    if (isDone) onAdded(codes);
  }
  return (
    <FormDialog
      title={t("factors.appTitle")}
      onClose={onClose}
      deed={shown === null ? t("factors.continue") : t("factors.confirm")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={form.onSubmit(({ name, code }) => void (shown === null ? begin(name) : finish(shown, code)))}
      labels={labels}
    >
      {shown === null ? (
        <TextInput
          label={t("factors.name")}
          description={t("factors.nameHint")}
          data-autofocus
          {...form.getInputProps("name")}
        />
      ) : (
        <>
          <p className={classes.text}>{t("factors.scan")}</p>
          <QrCode value={shown.address} label={t("factors.qr")} />
          <CodeBlock
            code={shown.secret.replaceAll(/(.{4})(?=.)/g, "$1 ")}
            label={t("factors.secret")}
            labels={{ copy: t("factors.copy"), copied: t("factors.copied") }}
          />
          <TextInput
            label={t("factors.code")}
            description={t("factors.codeHint")}
            autoComplete="one-time-code"
            inputMode="numeric"
            autoFocus
            {...form.getInputProps("code")}
          />
        </>
      )}
    </FormDialog>
  );
}
