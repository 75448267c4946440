import { useMutation, useQuery } from "@apollo/client/react";
import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { passwordLengthMax, passwordLengthMin } from "@tierline/shared/limits.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useChooseLanguage } from "../../api/use-language.ts";
import { useSend } from "../../api/use-send.ts";
import { fieldErrors } from "../../api/user-errors.ts";
import { useViewer } from "../../api/viewer.tsx";
import { chosenLanguage } from "../../i18n/i18n.ts";
import { OwnFactors } from "../../navigation/OwnFactors.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { SessionList } from "../../navigation/SessionList.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { LanguageSelect } from "../../ui/LanguageSelect.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import {
  ChangePasswordDocument,
  EndOtherSessionsDocument,
  EndSessionDocument,
  MyAccountDocument,
  RequestEmailChangeDocument,
} from "./account.generated.ts";
import classes from "./AccountPage.module.css";

/** What is one's own, whatever reseller one works for. */
export function AccountPage() {
  const { t } = useTranslation(["account", "words"]);
  const { user, reseller, onBehalfOf } = useViewer();
  return (
    <>
      <PageHeader title={t("title")} />
      <div className={classes.page}>
        <Panel title={t("you")}>
          <Facts
            items={[
              { key: "name", label: t("name"), value: user.name },
              { key: "email", label: t("email"), value: user.email },
              { key: "role", label: t("role"), value: `${t(`words:role.${user.role}`)}, ${reseller.name}` },
            ]}
          />
          <LanguageChoice />
        </Panel>
        {onBehalfOf === null ? (
          <>
            <Panel title={t("password.title")}>
              <PasswordForm />
            </Panel>
            <OwnFactors />
            <Panel title={t("address.title")}>
              <EmailForm />
            </Panel>
            <Sessions />
          </>
        ) : (
          <p>{t("notWhileActing", { name: onBehalfOf.name })}</p>
        )}
      </div>
    </>
  );
}

function LanguageChoice() {
  const { t } = useTranslation("account");
  const choose = useChooseLanguage();
  return <LanguageSelect label={t("language")} value={chosenLanguage()} onChange={(value) => void choose(value)} />;
}

function PasswordForm() {
  const { t } = useTranslation("account");
  const [isDone, setDone] = useState(false);
  const [change] = useMutation(ChangePasswordDocument);
  const { send, isBusy, problem } = useSend();
  const form = useForm({
    initialValues: { currentPassword: "", newPassword: "", again: "" },
    validate: {
      newPassword: (value) =>
        value.length < passwordLengthMin ? t("password.short", { count: passwordLengthMin }) : null,
      again: (value, { newPassword }) => (value === newPassword ? null : t("password.differs")),
    },
  });
  async function save({
    currentPassword,
    newPassword,
  }: {
    currentPassword: string;
    newPassword: string;
  }): Promise<void> {
    const saved = await send(async () => {
      const { data } = await change({ variables: { input: { currentPassword, newPassword } } });
      const errors = data?.changePassword.userErrors ?? [];
      form.setErrors(fieldErrors(errors, ["currentPassword", "newPassword"]).byField);
      return errors;
    });
    setDone(saved);
    if (saved) form.reset();
  }
  const toggle = { "aria-label": t("password.show"), tabIndex: 0 };
  return (
    <form className={classes.form} onSubmit={form.onSubmit((values) => void save(values))} noValidate>
      <PasswordInput
        label={t("password.current")}
        autoComplete="current-password"
        visibilityToggleButtonProps={toggle}
        {...form.getInputProps("currentPassword")}
      />
      <PasswordInput
        label={t("password.new")}
        description={t("password.hint", { min: passwordLengthMin, max: passwordLengthMax })}
        autoComplete="new-password"
        visibilityToggleButtonProps={toggle}
        {...form.getInputProps("newPassword")}
      />
      <PasswordInput
        label={t("password.again")}
        autoComplete="new-password"
        visibilityToggleButtonProps={toggle}
        {...form.getInputProps("again")}
      />
      <Outcome problem={problem} done={isDone ? t("password.done") : null} />
      <Button type="submit" loading={isBusy}>
        {t("password.save")}
      </Button>
    </form>
  );
}

function EmailForm() {
  const { t } = useTranslation("account");
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [request] = useMutation(RequestEmailChangeDocument);
  const { send, isBusy, problem } = useSend();
  const form = useForm({ initialValues: { email: "", currentPassword: "" } });
  async function save({ email, currentPassword }: { email: string; currentPassword: string }): Promise<void> {
    const isSent = await send(async () => {
      const { data } = await request({ variables: { input: { email: email.trim(), currentPassword } } });
      const errors = data?.requestEmailChange.userErrors ?? [];
      form.setErrors(fieldErrors(errors, ["email", "currentPassword"]).byField);
      return errors;
    });
    setSentTo(isSent ? email.trim() : null);
    if (isSent) form.reset();
  }
  return (
    <form className={classes.form} onSubmit={form.onSubmit((values) => void save(values))} noValidate>
      <p>{t("address.text")}</p>
      <TextInput label={t("address.new")} type="email" autoComplete="off" {...form.getInputProps("email")} />
      <PasswordInput
        label={t("password.current")}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ "aria-label": t("password.show"), tabIndex: 0 }}
        {...form.getInputProps("currentPassword")}
      />
      <Outcome problem={problem} done={sentTo === null ? null : t("address.sent", { email: sentTo })} />
      <Button type="submit" loading={isBusy}>
        {t("address.save")}
      </Button>
    </form>
  );
}

interface OutcomeProps {
  readonly problem: ReturnType<typeof useSend>["problem"];
  readonly done: string | null;
}

function Outcome({ problem, done }: OutcomeProps) {
  const { t } = useTranslation("account");
  if (problem !== null) {
    return (
      <ErrorNotice
        title={t("notDone")}
        what={problem.message}
        requestId={problem.requestId}
        requestIdLabel={t("request")}
      />
    );
  }
  return done === null ? null : <p role="status">{done}</p>;
}

function Sessions() {
  const { t } = useTranslation("account");
  const result = useQuery(MyAccountDocument, { fetchPolicy: "cache-and-network" });
  const [end] = useMutation(EndSessionDocument);
  const [endOthers] = useMutation(EndOtherSessionsDocument);
  const { send, isBusy, problem } = useSend();
  const endOne = (id: string): void =>
    void send(async () => (await end({ variables: { input: { id } } })).data?.endSession.userErrors).then(() =>
      result.refetch(),
    );
  const endAll = (): void =>
    void send(async () => (await endOthers()).data?.endOtherSessions.userErrors).then(() => result.refetch());
  return (
    <Panel
      title={t("sessions.title")}
      aside={
        (result.data?.mySessions.length ?? 0) > 1 && (
          <Button size="xs" variant="default" loading={isBusy} onClick={endAll}>
            {t("sessions.endOthers")}
          </Button>
        )
      }
    >
      <Outcome problem={problem} done={null} />
      <QueryState result={result}>
        {({ mySessions }) => <SessionList sessions={mySessions} label={t("sessions.title")} onEnd={endOne} />}
      </QueryState>
    </Panel>
  );
}
