import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { Door } from "./Door.tsx";
import { ResetPasswordDocument } from "./links.generated.ts";
import { NewPasswordForm } from "./NewPasswordForm.tsx";
import { useLinkToken } from "./use-link-token.ts";

export function ResetPasswordPage() {
  const { t } = useTranslation("sign-in");
  const token = useLinkToken();
  const [isDone, setDone] = useState(false);
  const [reset] = useMutation(ResetPasswordDocument);
  const submit = async (password: string) =>
    (await reset({ variables: { input: { token, password } } })).data?.resetPassword.userErrors ?? [];
  if (isDone) {
    return (
      <Door title={t("reset.doneTitle")} below={<AppLink href={path.signIn()}>{t("submit")}</AppLink>}>
        <p role="status">{t("reset.done")}</p>
      </Door>
    );
  }
  return (
    <Door title={t("reset.title")} below={<AppLink href={path.forgottenPassword()}>{t("reset.another")}</AppLink>}>
      <NewPasswordForm email="" deed={t("reset.save")} onSubmit={submit} onDone={() => setDone(true)} />
    </Door>
  );
}
