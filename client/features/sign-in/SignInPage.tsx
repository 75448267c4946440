import { Alert, Button, PasswordInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useApolloClient, useMutation } from "@apollo/client/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { failureOf } from "../../api/user-errors.ts";
import { path } from "../../navigation/path.ts";
import { useGo, useUrlState } from "../../navigation/use-place.ts";
import { demoPassword, useDemoAccounts } from "./demo-accounts.ts";
import classes from "./SignInPage.module.css";
import { SignInDocument } from "./sign-in.generated.ts";

// A relative address of ours, never another site's.
const search = z.object({
  next: z
    .string()
    .regex(/^\/r\/[^/\\]/)
    .catch(""),
});

export function SignInPage() {
  const { t } = useTranslation(["sign-in", "words"]);
  const [{ next }] = useUrlState(search);
  const { signIn, message, isBusy } = useSignIn(next);
  const demo = useDemoAccounts();
  const form = useForm({
    initialValues: { email: "", password: "" },
    validate: {
      email: (value) => (value.trim() === "" ? t("required") : null),
      password: (value) => (value === "" ? t("required") : null),
    },
  });
  useEffect(() => {
    document.title = `${t("title")} · Tierline`;
  }, [t]);
  return (
    <main className={classes.page}>
      <section className={classes.panel}>
        <h1>{t("title")}</h1>
        {message !== null && (
          <Alert color="red" role="alert" mb="md">
            {message}
          </Alert>
        )}
        <form onSubmit={form.onSubmit((values) => void signIn(values.email, values.password))} noValidate>
          <TextInput
            label={t("email")}
            type="email"
            autoComplete="username"
            autoFocus
            mb="sm"
            {...form.getInputProps("email")}
          />
          <PasswordInput
            label={t("password")}
            autoComplete="current-password"
            mb="lg"
            {...form.getInputProps("password")}
          />
          <Button type="submit" fullWidth loading={isBusy}>
            {t("submit")}
          </Button>
        </form>
      </section>
      {demo.length > 0 && (
        <section className={classes.demo} aria-labelledby="demo">
          <h2 id="demo">{t("demo")}</h2>
          <p>{t("demoHint", { password: demoPassword })}</p>
          <ul>
            {demo.map(({ email, name, role }) => (
              <li key={email}>
                <button type="button" onClick={() => void signIn(email, demoPassword)} disabled={isBusy}>
                  <strong>{name}</strong>
                  <span>{email}</span>
                  <span>{t(`words:role.${role}`)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}

function useSignIn(next: string) {
  const { t } = useTranslation("sign-in");
  const [message, setMessage] = useState<string | null>(null);
  const [mutate, { loading }] = useMutation(SignInDocument);
  const client = useApolloClient();
  const go = useGo();
  async function signIn(email: string, password: string): Promise<void> {
    setMessage(null);
    try {
      const { data } = await mutate({ variables: { input: { email, password } } });
      const viewer = data?.signIn.viewer;
      if (viewer == null) return setMessage(data?.signIn.userErrors[0]?.message ?? t("refused"));
      await client.clearStore();
      go(next === "" ? path.home(viewer.reseller.key) : next, { replace: true });
    } catch (error) {
      setMessage(failureOf(error).message);
    }
  }
  return { signIn, message, isBusy: loading };
}
