import { Alert, Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { hasPasskeys, signWithPasskey } from "../../api/passkey.ts";
import type { SecondFactor, useSignIn } from "./use-sign-in.ts";
import classes from "./SignInPage.module.css";

interface SecondFactorStepProps {
  readonly asked: SecondFactor;
  readonly door: Pick<ReturnType<typeof useSignIn>, "complete" | "refusal" | "isBusy" | "again">;
}

/** The second half of a sign-in. What is wrong with a code is said at the code, and what was typed stays. */
export function SecondFactorStep({ asked, door }: SecondFactorStepProps) {
  const { t } = useTranslation("sign-in");
  const { complete, refusal, isBusy, again } = door;
  const hasApp = asked.kinds.includes("TOTP");
  const [isRecovering, setRecovering] = useState(!hasApp && !hasPasskeys());
  const passkeyOptions = hasPasskeys() ? asked.passkeyOptions : null;
  const withCode = hasApp || isRecovering;
  const form = useForm({
    initialValues: { code: "" },
    validate: { code: (value) => (value.trim() === "" ? t("second.required") : null) },
  });
  async function submit({ code }: { code: string }): Promise<void> {
    const problem = await complete({ token: asked.token, code });
    if (problem === null) return;
    form.setErrors({ code: problem });
    form.getInputNode("code")?.focus();
  }
  async function sign(options: string): Promise<void> {
    const passkey = await signWithPasskey(options);
    if (passkey !== null) await complete({ token: asked.token, passkey });
  }
  return (
    <>
      {refusal !== null && (
        <Alert color="red" role="alert" mb="md">
          {refusal.text}
        </Alert>
      )}
      <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate className={classes.form}>
        {withCode && (
          <TextInput
            key={String(isRecovering)}
            label={isRecovering ? t("second.recoveryCode") : t("second.code")}
            description={isRecovering ? t("second.recoveryHint") : t("second.codeHint")}
            autoComplete="one-time-code"
            inputMode={isRecovering ? "text" : "numeric"}
            autoCapitalize="none"
            autoFocus
            {...form.getInputProps("code")}
          />
        )}
        {withCode && (
          <Button type="submit" fullWidth loading={isBusy}>
            {t("submit")}
          </Button>
        )}
        {passkeyOptions !== null && (
          <Button
            variant={withCode ? "default" : "filled"}
            fullWidth
            autoFocus={!withCode}
            loading={isBusy && !withCode}
            onClick={() => void sign(passkeyOptions)}
          >
            {t("second.passkey")}
          </Button>
        )}
      </form>
      <p className={classes.forgot}>
        {!isRecovering && (
          <button type="button" className={classes.link} onClick={() => setRecovering(true)}>
            {t("second.lost")}
          </button>
        )}
        <button type="button" className={classes.link} onClick={again}>
          {t("second.back")}
        </button>
      </p>
    </>
  );
}
