import { useMutation } from "@apollo/client/react";
import { Alert, Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSend } from "../../api/use-send.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { Door } from "./Door.tsx";
import { RequestPasswordResetDocument } from "./links.generated.ts";
import classes from "./SignInPage.module.css";

/** Says the same whether there is such an account or not. */
export function ForgottenPasswordPage() {
  const { t } = useTranslation("sign-in");
  const [isSent, setSent] = useState(false);
  const [request] = useMutation(RequestPasswordResetDocument);
  const { send, isBusy, problem } = useSend();
  const form = useForm({
    initialValues: { email: "" },
    validate: { email: (value) => (value.trim() === "" ? t("required") : null) },
  });
  async function ask({ email }: { email: string }): Promise<void> {
    const ask = async () =>
      (await request({ variables: { input: { email: email.trim() } } })).data?.requestPasswordReset.userErrors;
    if (await send(ask)) setSent(true);
  }
  const back = <AppLink href={path.signIn()}>{t("backToSignIn")}</AppLink>;
  if (isSent) {
    return (
      <Door title={t("forgotten.sentTitle")} below={back}>
        <p role="status">{t("forgotten.sent")}</p>
      </Door>
    );
  }
  return (
    <Door title={t("forgotten.title")} below={back}>
      <p>{t("forgotten.text")}</p>
      <form onSubmit={form.onSubmit((values) => void ask(values))} noValidate className={classes.form}>
        {problem !== null && (
          <Alert color="red" role="alert">
            {problem.message}
          </Alert>
        )}
        <TextInput label={t("email")} type="email" autoComplete="username" autoFocus {...form.getInputProps("email")} />
        <Button type="submit" fullWidth loading={isBusy}>
          {t("forgotten.send")}
        </Button>
      </form>
    </Door>
  );
}
