import { Alert, Button, PasswordInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { passwordLengthMax, passwordLengthMin } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import { useSend } from "../../api/use-send.ts";
import { fieldErrors, type UserErrorLike } from "../../api/user-errors.ts";
import classes from "./SignInPage.module.css";

interface NewPasswordFormProps {
  /** Whose password it is, for the browser's own keeper of passwords. */
  readonly email: string;
  readonly deed: string;
  readonly onSubmit: (password: string) => Promise<readonly UserErrorLike[]>;
  readonly onDone: () => void;
}

/** Asked twice, because it is not shown; what is wrong with it is the server's to say. */
export function NewPasswordForm({ email, deed, onSubmit, onDone }: NewPasswordFormProps) {
  const { t } = useTranslation("sign-in");
  const { send, isBusy, problem } = useSend();
  const form = useForm({
    initialValues: { password: "", again: "" },
    validate: {
      password: (value) => (value.length < passwordLengthMin ? t("passwordShort", { count: passwordLengthMin }) : null),
      again: (value, { password }) => (value === password ? null : t("passwordsDiffer")),
    },
  });
  async function save({ password }: { password: string }): Promise<void> {
    const isDone = await send(async () => {
      const errors = await onSubmit(password);
      form.setErrors(fieldErrors(errors, ["password"]).byField);
      return errors;
    });
    if (isDone) onDone();
  }
  const toggle = { "aria-label": t("showPassword"), tabIndex: 0 };
  return (
    <form onSubmit={form.onSubmit((values) => void save(values))} noValidate className={classes.form}>
      {problem !== null && (
        <Alert color="red" role="alert">
          {problem.message}
        </Alert>
      )}
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <PasswordInput
        label={t("newPassword")}
        description={t("passwordHint", { min: passwordLengthMin, max: passwordLengthMax })}
        autoComplete="new-password"
        autoFocus
        visibilityToggleButtonProps={toggle}
        {...form.getInputProps("password")}
      />
      <PasswordInput
        label={t("passwordAgain")}
        autoComplete="new-password"
        visibilityToggleButtonProps={toggle}
        {...form.getInputProps("again")}
      />
      <Button type="submit" fullWidth loading={isBusy}>
        {deed}
      </Button>
    </form>
  );
}
