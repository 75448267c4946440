import { useMutation, useQuery } from "@apollo/client/react";
import { Group, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSave } from "../../api/use-save.ts";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { DeedButton } from "../../navigation/DeedButton.tsx";
import { QueryState } from "../../navigation/QueryState.tsx";
import { useActing } from "../../navigation/use-acting.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { CustomerPeopleDocument, InviteToCustomerDocument } from "./customer-people.generated.ts";
import classes from "./CustomerPage.module.css";
import { GiveAccess } from "./GiveAccess.tsx";
import { PartDialog, PartForm } from "./PartDialog.tsx";

const peopleShown = 50;

/** Who of the customer signs in here; its administrators see to the others (M5). */
export function CustomerPeople({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation(["customers", "words"]);
  const can = useCan("user.invite");
  const isStaff = useViewer().customer === null;
  const [isInviting, setInviting] = useState(false);
  const [isGiving, setGiving] = useState(false);
  const result = useQuery(CustomerPeopleDocument, {
    variables: { customerId, first: peopleShown },
    fetchPolicy: "cache-and-network",
  });
  return (
    <Panel
      title={t("people.title")}
      count={result.data?.users.totalCount.value ?? 0}
      padded={false}
      aside={
        <Group gap="xs">
          <DeedButton variant="default" size="xs" disabledReason={can.reason} onClick={() => setGiving(true)}>
            {t("access.button")}
          </DeedButton>
          <DeedButton variant="default" size="xs" disabledReason={can.reason} onClick={() => setInviting(true)}>
            {t("people.invite")}
          </DeedButton>
        </Group>
      }
    >
      <QueryState result={result} rows={2}>
        {({ users }) =>
          users.nodes.length === 0 ? (
            <EmptyState kind="first" title={t("people.none")} />
          ) : (
            <ul className={classes.list}>
              {users.nodes.map(({ id, name, email, role, state }) => (
                <li key={id}>
                  <span className={classes.grow}>
                    {name}
                    <span className={classes.sub}>
                      {[t(`words:role.${role}`), email, state === "ACTIVE" ? null : t(`words:user.${state}`)]
                        .filter(Boolean)
                        .join(" · ")}
                    </span>
                  </span>
                  {isStaff && state === "ACTIVE" && <ViewPortal id={id} name={name} />}
                </li>
              ))}
            </ul>
          )
        }
      </QueryState>
      <GiveAccess
        customerId={customerId}
        isOpen={isGiving}
        onClose={() => setGiving(false)}
        onGiven={() => void result.refetch()}
      />
      <PartDialog title={t("people.inviteTitle")} isOpen={isInviting} onClose={() => setInviting(false)}>
        <InviteForm
          customerId={customerId}
          onClose={() => setInviting(false)}
          onInvited={() => void result.refetch()}
        />
      </PartDialog>
    </Panel>
  );
}

/** The portal as this person sees it (B19). */
function ViewPortal({ id, name }: { readonly id: string; readonly name: string }) {
  const { t } = useTranslation("customers");
  const can = useCan("user.act_as");
  const { view, isBusy, problem } = useActing();
  return (
    <>
      <ReasonedButton
        variant="subtle"
        size="compact-sm"
        loading={isBusy}
        disabledReason={can.reason}
        aria-label={t("people.viewNamed", { name })}
        onClick={() => void view(id)}
      >
        {t("people.view")}
      </ReasonedButton>
      {problem !== null && <ErrorNotice title={t("people.failed")} what={problem.message} />}
    </>
  );
}

interface InviteFormProps {
  readonly customerId: string;
  readonly onClose: () => void;
  readonly onInvited: () => void;
}

const offered = ["ACCOUNT_ADMIN", "CUSTOMER_USER"] as const;

function InviteForm({ customerId, onClose, onInvited }: InviteFormProps) {
  const { t } = useTranslation(["customers", "words"]);
  const form = useForm({ initialValues: { name: "", email: "", role: offered[0] } });
  const { save, isBusy, problem } = useSave(form, ["name", "email", "role"]);
  const [invite] = useMutation(InviteToCustomerDocument);
  const send = async (values: typeof form.values): Promise<void> => {
    const person = { ...values, email: values.email.trim(), customerId };
    const intent = `user.invite:${JSON.stringify(person)}`;
    const isDone = await save(async () => {
      const input = { ...person, idempotencyKey: idempotencyKey(intent) };
      return (await invite({ variables: { input } })).data?.inviteUser.userErrors;
    });
    if (!isDone) return;
    forgetIdempotencyKey(intent);
    notifications.show({ message: t("people.sentTo", { email: person.email }) });
    onInvited();
    onClose();
  };
  return (
    <PartForm
      onSubmit={form.onSubmit((values) => void send(values))}
      isBusy={isBusy}
      problem={problem}
      onClose={onClose}
    >
      <TextInput label={t("field.name")} required data-autofocus autoComplete="off" {...form.getInputProps("name")} />
      <TextInput
        label={t("field.email")}
        description={t("people.emailHint")}
        type="email"
        required
        autoComplete="off"
        {...form.getInputProps("email")}
      />
      <Select
        label={t("people.role")}
        description={t(`people.roleHint.${form.values.role}`)}
        allowDeselect={false}
        data={offered.map((role) => ({ value: role, label: t(`words:role.${role}`) }))}
        {...form.getInputProps("role")}
      />
    </PartForm>
  );
}
