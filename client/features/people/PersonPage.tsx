import { useMutation, useQuery } from "@apollo/client/react";
import { Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSend } from "../../api/use-send.ts";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { ActivityTimeline } from "../../navigation/ActivityTimeline.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { SessionList } from "../../navigation/SessionList.tsx";
import { useGo, useParam, useReseller } from "../../navigation/use-place.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { formatDateTime } from "../../ui/format.ts";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { StateDot } from "../../ui/StateDot.tsx";
import { EditPerson } from "./EditPerson.tsx";
import {
  DisableUserDocument,
  EnableUserDocument,
  PersonPageDocument,
  ResendInvitationDocument,
  ResetFactorsDocument,
  WithdrawInvitationDocument,
  type PersonPageQuery,
} from "./people.generated.ts";
import { userTones } from "./user-tones.ts";
import { usePeopleLabels } from "./use-people-labels.ts";
import classes from "./People.module.css";

type Person = NonNullable<PersonPageQuery["user"]>;
type Opened = "edit" | "disable" | "withdraw" | "resetFactors" | null;

/** One person: what they may, where they are signed in, what was done to their account. */
export function PersonPage() {
  const { t } = useTranslation(["people", "words", "rows", "account"]);
  const reseller = useReseller();
  const withSessions = useCan("user.update").isAllowed;
  const withActivity = useCan("audit.view").isAllowed;
  const result = useQuery(PersonPageDocument, {
    variables: { id: useParam("person"), withSessions, withActivity },
    fetchPolicy: "cache-and-network",
  });
  const crumb = <AppLink href={path.people(reseller)}>{t("title")}</AppLink>;
  return (
    <QueryState result={result}>
      {({ user }) =>
        user === null ? (
          <>
            <PageHeader title={t("title")} crumb={crumb} />
            <EmptyState kind="filtered" title={t("notFound")} />
          </>
        ) : (
          <>
            <Head person={user} crumb={crumb} onChanged={() => void result.refetch()} />
            <div className={classes.page}>
              <Rights person={user} />
              {user.sessions !== undefined && (
                <Panel title={t("sessions")}>
                  <SessionList sessions={user.sessions} label={t("sessions")} />
                </Panel>
              )}
              {user.activity !== undefined && (
                <Panel title={t("activity")}>
                  {user.activity.nodes.length === 0 ? (
                    <p className={classes.dim}>{t("noActivity")}</p>
                  ) : (
                    <ActivityTimeline entries={user.activity.nodes} label={t("activity")} />
                  )}
                </Panel>
              )}
            </div>
          </>
        )
      }
    </QueryState>
  );
}

function Rights({ person }: { person: Person }) {
  const { t } = useTranslation(["people", "words"]);
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  const { role, roles, namedCustomersOnly, namedCustomers, customer, invitedUntil, state, email } = person;
  const names = namedCustomers.map(({ id, label }) => <li key={id}>{label}</li>);
  return (
    <Panel title={t("rights")}>
      <Facts
        items={[
          { key: "email", label: t("email"), value: email },
          { key: "reseller", label: t("atReseller"), value: person.reseller?.name ?? "" },
          { key: "role", label: t("role"), value: t(`words:role.${role}`) },
          { key: "factor", label: t("factor"), value: t(person.hasFactor ? "factorSet" : "factorNone") },
          ...(roles.length === 0
            ? []
            : [{ key: "roles", label: t("roles"), value: roles.map(({ name }) => name).join(", ") }]),
          {
            key: "customers",
            label: t("customers"),
            value:
              customer?.label ?? (namedCustomersOnly ? <ul className={classes.names}>{names}</ul> : t("allCustomers")),
          },
          ...(state === "INVITED" && invitedUntil !== null
            ? [
                {
                  key: "until",
                  label: t("invitedUntil"),
                  value: formatDateTime(invitedUntil, locale, { timeZone }),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
}

interface HeadProps {
  readonly person: Person;
  readonly crumb: React.ReactNode;
  readonly onChanged: () => void;
}

function Head({ person, crumb, onChanged }: HeadProps) {
  const { t } = useTranslation(["people", "words"]);
  const [opened, setOpened] = useState<Opened>(null);
  const close = (): void => setOpened(null);
  const deeds = useDeeds(person, onChanged);
  const { name, state } = person;
  const beyond = person.isWithinMyRights ? null : t("moreRights");
  const own = useViewer().user.id;
  const update = useCan("user.update").reason ?? beyond;
  const disable = useCan("user.disable").reason ?? beyond;
  const invite = useCan("user.invite").reason ?? beyond;
  return (
    <>
      <PageHeader
        title={name}
        crumb={crumb}
        beside={<StateDot tone={userTones[state]}>{t(`words:user.${state}`)}</StateDot>}
        actions={
          <Group gap="xs">
            {state === "INVITED" && (
              <>
                <ReasonedButton variant="default" disabledReason={invite} loading={deeds.isBusy} onClick={deeds.resend}>
                  {t("resend")}
                </ReasonedButton>
                <ReasonedButton variant="default" disabledReason={invite} onClick={() => setOpened("withdraw")}>
                  {t("withdraw")}
                </ReasonedButton>
              </>
            )}
            {person.hasFactor && person.id !== own && (
              <ReasonedButton variant="default" disabledReason={update} onClick={() => setOpened("resetFactors")}>
                {t("resetFactors")}
              </ReasonedButton>
            )}
            {state === "ACTIVE" && (
              <ReasonedButton variant="default" disabledReason={disable} onClick={() => setOpened("disable")}>
                {t("disable")}
              </ReasonedButton>
            )}
            {state === "DISABLED" && (
              <ReasonedButton variant="default" disabledReason={disable} loading={deeds.isBusy} onClick={deeds.enable}>
                {t("enable")}
              </ReasonedButton>
            )}
            <ReasonedButton disabledReason={update} onClick={() => setOpened("edit")}>
              {t("edit")}
            </ReasonedButton>
          </Group>
        }
      />
      {opened === null && deeds.problem !== null && (
        <ErrorNotice
          title={t("notDone")}
          what={deeds.problem.message}
          requestId={deeds.problem.requestId}
          requestIdLabel={t("request")}
        />
      )}
      {opened === "edit" && <EditPerson person={person} onClose={close} onSaved={onChanged} />}
      {opened === "disable" && (
        <Question kind="disable" name={name} deeds={deeds} onClose={close} onYes={deeds.disable} />
      )}
      {opened === "resetFactors" && (
        <Question kind="resetFactors" name={name} deeds={deeds} onClose={close} onYes={deeds.resetFactors} />
      )}
      {opened === "withdraw" && (
        <Question kind="withdraw" name={name} deeds={deeds} onClose={close} onYes={deeds.withdraw} />
      )}
    </>
  );
}

interface QuestionProps {
  readonly kind: "disable" | "withdraw" | "resetFactors";
  readonly name: string;
  readonly deeds: Pick<ReturnType<typeof useDeeds>, "isBusy" | "problem">;
  readonly onClose: () => void;
  readonly onYes: () => Promise<boolean>;
}

function Question({ kind, name, deeds, onClose, onYes }: QuestionProps) {
  const { t } = useTranslation("people");
  const labels = usePeopleLabels();
  return (
    <FormDialog
      title={t(`question.${kind}.title`, { name })}
      onClose={onClose}
      deed={t(kind)}
      isDangerous
      isBusy={deeds.isBusy}
      problem={deeds.problem}
      onSubmit={() => void onYes().then((isDone) => isDone && onClose())}
      labels={labels}
    >
      <p>{t(`question.${kind}.text`)}</p>
    </FormDialog>
  );
}

function useDeeds({ id, email }: Person, onChanged: () => void) {
  const { t } = useTranslation("people");
  const go = useGo();
  const reseller = useReseller();
  const { send, isBusy, problem } = useSend();
  const [disable] = useMutation(DisableUserDocument);
  const [enable] = useMutation(EnableUserDocument);
  const [reset] = useMutation(ResetFactorsDocument);
  const [resend] = useMutation(ResendInvitationDocument);
  const [withdraw] = useMutation(WithdrawInvitationDocument);
  const variables = { input: { id } };
  const told = async (isDone: Promise<boolean>, after: () => void): Promise<boolean> => {
    if (!(await isDone)) return false;
    after();
    return true;
  };
  return {
    isBusy,
    problem,
    disable: () =>
      told(
        send(async () => (await disable({ variables })).data?.disableUser.userErrors),
        onChanged,
      ),
    resetFactors: () =>
      told(
        send(async () => (await reset({ variables })).data?.resetFactors.userErrors),
        onChanged,
      ),
    enable: () =>
      void told(
        send(async () => (await enable({ variables })).data?.enableUser.userErrors),
        onChanged,
      ),
    resend: () =>
      void told(
        send(async () => (await resend({ variables })).data?.resendInvitation.userErrors),
        () => {
          notifications.show({ message: t("resent", { email }) });
          onChanged();
        },
      ),
    withdraw: () =>
      told(
        send(async () => (await withdraw({ variables })).data?.withdrawInvitation.userErrors),
        () => go(path.people(reseller), { replace: true }),
      ),
  };
}
