import { useQuery } from "@apollo/client/react";
import { Alert, Button, PasswordInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import * as z from "zod/mini";
import { hasPasskeys } from "../../api/passkey.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { otherwise } from "../../navigation/url-parts.ts";
import { useUrlState } from "../../navigation/use-place.ts";
import { pageBrand } from "../../theme/brand.ts";
import { demoPassword, useDemoAccounts } from "./demo-accounts.ts";
import { Door } from "./Door.tsx";
import { NewPasswordForm } from "./NewPasswordForm.tsx";
import { OpenSignUpFormDocument } from "./sign-up.generated.ts";
import { SecondFactorStep } from "./SecondFactorStep.tsx";
import classes from "./SignInPage.module.css";
import { useSignIn } from "./use-sign-in.ts";

// A relative address of ours, never another site's.
const search = z.object({
  next: otherwise(z.string().check(z.regex(/^\/(r\/[^/\\]|portal(?:[/?]|$))/)), ""),
});

export function SignInPage() {
  const { t } = useTranslation("sign-in");
  const [{ next }] = useUrlState(search);
  const door = useSignIn(next);
  const { signIn, refusal, isBusy } = door;
  const form = useForm({
    initialValues: { email: "", password: "", resellerKey: "" },
    validate: {
      email: (value) => (value.trim() === "" ? t("required") : null),
      password: (value) => (value === "" ? t("required") : null),
    },
  });
  const { ownPassword } = door;
  if (ownPassword !== null) {
    return (
      <Door title={t("own.title")}>
        <p>{t("own.text")}</p>
        <NewPasswordForm
          email={ownPassword.email}
          deed={t("own.save")}
          onSubmit={ownPassword.set}
          onDone={ownPassword.done}
        />
      </Door>
    );
  }
  if (door.asked !== null) {
    return (
      <Door title={t("second.title")}>
        <SecondFactorStep asked={door.asked} door={door} />
      </Door>
    );
  }
  return (
    <Door
      title={t("title")}
      below={<DemoAccounts isBusy={isBusy} onChoose={(email) => void signIn({ email, password: demoPassword })} />}
    >
      {refusal !== null && (
        <Alert color="red" role="alert" mb="md">
          {refusal.text}
        </Alert>
      )}
      <form onSubmit={form.onSubmit((values) => void signIn(values))} noValidate className={classes.form}>
        <TextInput label={t("email")} type="email" autoComplete="username" autoFocus {...form.getInputProps("email")} />
        <PasswordInput
          label={t("password")}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ "aria-label": t("showPassword"), tabIndex: 0 }}
          {...form.getInputProps("password")}
        />
        {refusal?.asksReseller === true && (
          <TextInput
            label={t("resellerKey")}
            description={t("resellerHint")}
            autoComplete="organization"
            autoCapitalize="none"
            {...form.getInputProps("resellerKey")}
          />
        )}
        <Button type="submit" fullWidth loading={isBusy}>
          {t("submit")}
        </Button>
        {hasPasskeys() && (
          <Button variant="default" fullWidth onClick={() => void door.signInWithPasskey()}>
            {t("second.alone")}
          </Button>
        )}
      </form>
      <p className={classes.forgot}>
        <AppLink href={path.forgottenPassword()}>{t("forgot")}</AppLink>
      </p>
      <SignUpLink />
    </Door>
  );
}

/** Where the reseller whose host name this is takes people on. */
function SignUpLink() {
  const { t } = useTranslation("sign-in");
  const { data } = useQuery(OpenSignUpFormDocument, { skip: pageBrand === null });
  if (data?.openSignUpForm?.isOpen !== true) return null;
  return (
    <p className={classes.forgot}>
      <AppLink href={path.signUp()}>{t("signUp")}</AppLink>
    </p>
  );
}

function DemoAccounts({ isBusy, onChoose }: { isBusy: boolean; onChoose: (email: string) => void }) {
  const { t } = useTranslation(["sign-in", "words"]);
  const accounts = useDemoAccounts();
  if (accounts.length === 0) return null;
  return (
    <section className={classes.demo} aria-labelledby="demo">
      <h2 id="demo">{t("demo")}</h2>
      <p>{t("demoHint", { password: demoPassword })}</p>
      <ul>
        {accounts.map(({ email, name, role }) => (
          <li key={email}>
            <button type="button" onClick={() => onChoose(email)} disabled={isBusy}>
              <strong>{name}</strong>
              <span>{email}</span>
              <span>{t(`words:role.${role}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
