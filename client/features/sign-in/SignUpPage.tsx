import { useMutation, useQuery } from "@apollo/client/react";
import { Alert, Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { languageOf, defaultLanguage } from "@tierline/shared/language.ts";
import { emailLengthMax } from "@tierline/shared/limits.ts";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { failureOf } from "../../api/user-errors.ts";
import { useSave } from "../../api/use-save.ts";
import { changeLanguage } from "../../i18n/i18n.ts";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { LanguageSelect } from "../../ui/LanguageSelect.tsx";
import { Door } from "./Door.tsx";
import { OpenSignUpFormDocument, StartedSignUpDocument, StartSignUpDocument } from "./sign-up.generated.ts";
import classes from "./SignInPage.module.css";
import { SignUpDetails } from "./SignUpDetails.tsx";
import { useLink } from "./use-link-token.ts";

/** VX2: who wants to become a customer of the reseller whose host name this is proves an address first; the mail leads here again. */
export function SignUpPage() {
  const { token, forget } = useLink();
  return token === "" ? <Start /> : <WithLink token={token} onAgain={forget} />;
}

interface SignUpDoorProps {
  readonly title: string;
  readonly children: ReactNode;
}

function SignUpDoor({ title, children }: SignUpDoorProps) {
  const { t, i18n } = useTranslation("sign-up");
  return (
    <Door
      title={title}
      below={
        <>
          <AppLink href={path.signIn()}>{t("toSignIn")}</AppLink>
          <LanguageSelect
            label={t("language")}
            size="xs"
            value={languageOf(i18n.resolvedLanguage ?? "") ?? defaultLanguage}
            onChange={(language) => void changeLanguage(language)}
          />
        </>
      }
    >
      {children}
    </Door>
  );
}

function Start() {
  const { t } = useTranslation("sign-up");
  const [sentTo, setSentTo] = useState<string | null>(null);
  const result = useQuery(OpenSignUpFormDocument, { fetchPolicy: "network-only" });
  if (sentTo !== null) {
    return (
      <SignUpDoor title={t("sentTitle")}>
        <p role="status">{t("sent", { email: sentTo })}</p>
        <Button variant="default" fullWidth onClick={() => setSentTo(null)}>
          {t("otherAddress")}
        </Button>
      </SignUpDoor>
    );
  }
  return (
    <SignUpDoor title={t("title")}>
      <QueryState result={result} rows={2}>
        {({ openSignUpForm }) =>
          openSignUpForm?.isOpen === true ? <AddressOfMail onSent={setSentTo} /> : <p>{t("closed")}</p>
        }
      </QueryState>
    </SignUpDoor>
  );
}

function AddressOfMail({ onSent }: { readonly onSent: (email: string) => void }) {
  const { t } = useTranslation("sign-up");
  const form = useForm({ initialValues: { email: "", emailAgain: "" } });
  const { save, isBusy, problem } = useSave(form, ["email", "emailAgain"]);
  const [start] = useMutation(StartSignUpDocument);
  const submit = async (values: typeof form.values): Promise<void> => {
    const input = { email: values.email.trim(), emailAgain: values.emailAgain.trim() };
    const isSent = await save(async () => (await start({ variables: { input } })).data?.startSignUp.userErrors);
    if (isSent) onSent(input.email);
  };
  return (
    <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate className={classes.form}>
      <p>{t("text")}</p>
      {problem !== null && (
        <Alert color="red" role="alert">
          {problem.message}
        </Alert>
      )}
      <TextInput
        label={t("email")}
        type="email"
        autoComplete="email"
        required
        autoFocus
        maxLength={emailLengthMax}
        {...form.getInputProps("email")}
      />
      <TextInput
        label={t("emailAgain")}
        type="email"
        autoComplete="off"
        required
        maxLength={emailLengthMax}
        {...form.getInputProps("emailAgain")}
      />
      <Button type="submit" fullWidth loading={isBusy}>
        {t("send")}
      </Button>
    </form>
  );
}

interface WithLinkProps {
  readonly token: string;
  readonly onAgain: () => void;
}

/** What a link says of itself when it leads nowhere any more. Whatever else goes wrong may go right the next time. */
const deadCodes: readonly string[] = ["EXPIRED", "NOT_AVAILABLE"];

/** A link that leads nowhere any more says so, and where another one is asked for. */
function WithLink({ token, onAgain }: WithLinkProps) {
  const { t } = useTranslation("sign-up");
  const [isDone, setDone] = useState(false);
  const result = useQuery(StartedSignUpDocument, { variables: { token }, fetchPolicy: "network-only" });
  const { data, error } = result;
  if (isDone || data?.startedSignUp.isDone === true) {
    return (
      <SignUpDoor title={t("doneTitle")}>
        <p role="status">{t("done")}</p>
      </SignUpDoor>
    );
  }
  if (error !== undefined && deadCodes.includes(failureOf(error).code)) {
    return <Gone why={failureOf(error).message} onAgain={onAgain} />;
  }
  if (data === undefined) {
    return (
      <SignUpDoor title={t("title")}>
        <QueryState result={result} rows={4}>
          {() => null}
        </QueryState>
      </SignUpDoor>
    );
  }
  const { startedSignUp, openSignUpForm } = data;
  if (startedSignUp.isTaken) return <Gone why={t("taken", { email: startedSignUp.email })} onAgain={onAgain} />;
  if (openSignUpForm?.isOpen !== true) return <Gone why={t("closed")} onAgain={onAgain} />;
  return (
    <SignUpDoor title={t("detailsTitle")}>
      <SignUpDetails token={token} email={startedSignUp.email} asks={openSignUpForm} onDone={() => setDone(true)} />
    </SignUpDoor>
  );
}

function Gone({ why, onAgain }: { readonly why: string } & Pick<WithLinkProps, "onAgain">) {
  const { t } = useTranslation("sign-up");
  return (
    <SignUpDoor title={t("title")}>
      <p role="alert">{why}</p>
      <Button variant="default" fullWidth onClick={onAgain}>
        {t("again")}
      </Button>
    </SignUpDoor>
  );
}
