import { useMutation } from "@apollo/client/react";
import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  ProveIdentityDocument,
  StartIdentityProofDocument,
  type StartIdentityProofMutation,
} from "../../api/factors.generated.ts";
import { hasPasskeys, signWithPasskey } from "../../api/passkey.ts";
import { stepUp } from "../../api/step-up.ts";
import { useSave } from "../../api/use-save.ts";
import { failureOf } from "../../api/user-errors.ts";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { Loading } from "../../ui/Loading.tsx";

type Asked = StartIdentityProofMutation["startIdentityProof"]["asked"];

/** T9: stands above whatever asked for it, and lets it go on once its person has proved who they are. */
export function StepUpDialog() {
  const { t } = useTranslation("shell");
  const { asked, failure } = useAsked();
  const [prove] = useMutation(ProveIdentityDocument);
  const form = useForm({ initialValues: { password: "", code: "" } });
  const { save, isBusy, problem } = useSave(form, ["password", "code"]);
  const withPassword = asked?.kinds.length === 0;
  const passkeyOptions = hasPasskeys() ? (asked?.passkeyOptions ?? null) : null;
  async function send(input: { password?: string; code?: string; token?: string; passkey?: string }): Promise<void> {
    const isProven = await save(async () => (await prove({ variables: { input } })).data?.proveIdentity.userErrors);
    if (isProven) stepUp.settle(true);
  }
  async function sendPasskey({ token }: Asked, options: string): Promise<void> {
    const passkey = await signWithPasskey(options);
    if (passkey !== null) await send({ token, passkey });
  }
  const labels = {
    close: t("close"),
    cancel: t("stepUp.cancel"),
    notDone: t("stepUp.notDone"),
    request: t("stepUp.request"),
  };
  return (
    <FormDialog
      title={t("stepUp.title")}
      onClose={() => stepUp.settle(false)}
      deed={t("stepUp.prove")}
      disabledReason={asked === null ? t("loading") : null}
      isBusy={isBusy}
      problem={problem ?? failure}
      onSubmit={form.onSubmit(({ password, code }) => void send(withPassword ? { password } : { code }))}
      labels={labels}
    >
      <p>{t("stepUp.text")}</p>
      {asked === null ? (
        failure === null && <Loading rows={1} label={t("loading")} />
      ) : withPassword ? (
        <PasswordInput
          label={t("stepUp.password")}
          autoComplete="current-password"
          autoFocus
          visibilityToggleButtonProps={{ "aria-label": t("stepUp.show"), tabIndex: 0 }}
          {...form.getInputProps("password")}
        />
      ) : (
        <>
          {passkeyOptions !== null && (
            <Button variant="default" loading={isBusy} onClick={() => void sendPasskey(asked, passkeyOptions)}>
              {t("stepUp.passkey")}
            </Button>
          )}
          <TextInput
            label={t("stepUp.code")}
            description={t("stepUp.codeHint")}
            autoComplete="one-time-code"
            autoFocus
            {...form.getInputProps("code")}
          />
        </>
      )}
    </FormDialog>
  );
}

/** What the person proves themselves with is asked when it is wanted: it may have changed since the page was opened. */
function useAsked() {
  const [start] = useMutation(StartIdentityProofDocument);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [failure, setFailure] = useState<{ message: string; requestId: string | null } | null>(null);
  useEffect(() => {
    let isGone = false;
    start().then(
      ({ data }) => !isGone && setAsked(data?.startIdentityProof.asked ?? null),
      (error: unknown) => !isGone && setFailure(failureOf(error)),
    );
    return () => {
      isGone = true;
    };
  }, [start]);
  return { asked, failure };
}
