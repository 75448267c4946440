import { useMutation } from "@apollo/client/react";
import { Alert, Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSend } from "../../api/use-send.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { Door } from "./Door.tsx";
import { ConfirmEmailChangeDocument } from "./links.generated.ts";
import { useLinkToken } from "./use-link-token.ts";

/** A person presses the button: what only opens links in mails, to look at them first, confirms nothing. */
export function ConfirmEmailPage() {
  const { t } = useTranslation("sign-in");
  const token = useLinkToken();
  const [answer, setAnswer] = useState<"changed" | "halfway" | null>(null);
  const [confirm] = useMutation(ConfirmEmailChangeDocument);
  const { send, isBusy, problem } = useSend();
  const press = (): void =>
    void send(async () => {
      const { data } = await confirm({ variables: { input: { token } } });
      const errors = data?.confirmEmailChange.userErrors ?? [];
      if (errors.length === 0) setAnswer(data?.confirmEmailChange.isChanged === true ? "changed" : "halfway");
      return errors;
    });
  return (
    <Door title={t("confirmEmail.title")} below={<AppLink href={path.start()}>{t("toConsole")}</AppLink>}>
      {problem !== null && (
        <Alert color="red" role="alert" mb="md">
          {problem.message}
        </Alert>
      )}
      {answer === null ? (
        <>
          <p>{t("confirmEmail.text")}</p>
          <Button fullWidth loading={isBusy} onClick={press}>
            {t("confirmEmail.confirm")}
          </Button>
        </>
      ) : (
        <p role="status">{t(`confirmEmail.${answer}`)}</p>
      )}
    </Door>
  );
}
