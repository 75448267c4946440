import { useApolloClient, useMutation } from "@apollo/client/react";
import { Button, Group, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSave } from "../../api/use-save.ts";
import { failureOf } from "../../api/user-errors.ts";
import { CodeBlock } from "../../ui/CodeBlock.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { EmailCheckDocument, GiveAccessDocument } from "./customer-people.generated.ts";
import { PartDialog, PartForm } from "./PartDialog.tsx";

interface GiveAccessProps {
  readonly customerId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onGiven: () => void;
}

interface Given {
  readonly email: string;
  readonly password: string;
}

/** Access on the spot, without a mail (B15): the password is made here and shown once. */
export function GiveAccess({ customerId, isOpen, onClose, onGiven }: GiveAccessProps) {
  const { t } = useTranslation("customers");
  const [given, setGiven] = useState<Given | null>(null);
  const close = (): void => {
    setGiven(null);
    onClose();
  };
  return (
    <PartDialog title={t("access.title")} isOpen={isOpen} onClose={close}>
      {given === null ? (
        <GiveForm
          customerId={customerId}
          onClose={close}
          onGiven={(made) => {
            setGiven(made);
            onGiven();
          }}
        />
      ) : (
        <Told given={given} onClose={close} />
      )}
    </PartDialog>
  );
}

function Told({ given: { email, password }, onClose }: { given: Given; onClose: () => void }) {
  const { t } = useTranslation("customers");
  return (
    <>
      <p>{t("access.told")}</p>
      <Facts items={[{ key: "email", label: t("field.email"), value: email }]} />
      <CodeBlock
        code={password}
        label={t("access.password")}
        labels={{ copy: t("access.copy"), copied: t("access.copied") }}
      />
      <Group justify="flex-end" mt="md">
        <Button onClick={onClose}>{t("access.done")}</Button>
      </Group>
    </>
  );
}

const offered = ["CUSTOMER_USER", "ACCOUNT_ADMIN"] as const;

interface GiveFormProps {
  readonly customerId: string;
  readonly onClose: () => void;
  readonly onGiven: (given: Given) => void;
}

function GiveForm({ customerId, onClose, onGiven }: GiveFormProps) {
  const { t } = useTranslation(["customers", "words"]);
  const form = useForm({ initialValues: { name: "", email: "", role: offered[0] } });
  const { save, isBusy, problem, setProblem } = useSave(form, ["name", "email", "role"]);
  const [give] = useMutation(GiveAccessDocument);
  const send = async (values: typeof form.values): Promise<void> => {
    const person = { ...values, email: values.email.trim(), customerId };
    const intent = `user.giveAccess:${JSON.stringify(person)}`;
    let password: string | null = null;
    const isDone = await save(async () => {
      const input = { ...person, idempotencyKey: idempotencyKey(intent) };
      const { data } = await give({ variables: { input } });
      password = data?.giveAccess.password ?? null;
      return data?.giveAccess.userErrors;
    });
    if (!isDone) return;
    forgetIdempotencyKey(intent);
    if (password === null) setProblem({ message: t("access.lost"), requestId: null });
    else onGiven({ email: person.email, password });
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
        description={t("access.emailHint")}
        type="email"
        required
        autoComplete="off"
        {...form.getInputProps("email")}
      />
      <Validation
        email={form.values.email.trim()}
        onTaken={() => form.setFieldError("email", t("access.taken"))}
        onChoose={(email) => {
          form.setFieldValue("email", email);
          form.clearFieldError("email");
        }}
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

interface ValidationProps {
  readonly email: string;
  readonly onTaken: () => void;
  readonly onChoose: (email: string) => void;
}

/** Whether the address is free, before anything is saved; three near to it where it is not. */
function Validation({ email, onTaken, onChoose }: ValidationProps) {
  const { t } = useTranslation("customers");
  const client = useApolloClient();
  const [found, setFound] = useState<{
    readonly of: string;
    readonly isFree: boolean;
    readonly near: readonly string[];
  }>();
  const [failure, setFailure] = useState<string | null>(null);
  const validate = async (): Promise<void> => {
    setFailure(null);
    try {
      const { data } = await client.query({ query: EmailCheckDocument, variables: { email }, fetchPolicy: "no-cache" });
      const { isFree = false, suggestions = [] } = data?.emailCheck ?? {};
      setFound({ of: email, isFree, near: suggestions });
      if (!isFree) onTaken();
    } catch (error) {
      setFailure(failureOf(error).message);
    }
  };
  const isOfThis = found?.of === email;
  return (
    <Group gap="xs">
      <Button variant="default" size="xs" disabled={email === ""} onClick={() => void validate()}>
        {t("access.validate")}
      </Button>
      {failure !== null && <span role="alert">{failure}</span>}
      {isOfThis && found.isFree && <span role="status">{t("access.free")}</span>}
      {isOfThis &&
        found.near.map((each) => (
          <Button key={each} variant="light" size="compact-sm" onClick={() => onChoose(each)}>
            {each}
          </Button>
        ))}
    </Group>
  );
}
