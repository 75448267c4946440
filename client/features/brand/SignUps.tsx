import { useMutation, useQuery } from "@apollo/client/react";
import { Button, Select, Switch, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { signUpAsks, signUpFields, termsUrlLengthMax } from "@tierline/shared/sign-up.ts";
import { useTranslation } from "react-i18next";
import { useSave } from "../../api/use-save.ts";
import { LeaveGuard } from "../../navigation/LeaveGuard.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import classes from "./Brand.module.css";
import type { HostnameRowFragment } from "./brand.generated.ts";
import {
  OwnSignUpFormDocument,
  SaveSignUpFormDocument,
  type OwnSignUpFormFieldsFragment,
} from "./sign-up-form.generated.ts";

interface SignUpsProps {
  readonly hostnames: readonly HostnameRowFragment[];
}

/** VX3: whether people may sign up under the reseller's host names, and what they are asked. */
export function SignUps({ hostnames }: SignUpsProps) {
  const { t } = useTranslation("brand");
  const result = useQuery(OwnSignUpFormDocument, { fetchPolicy: "cache-and-network" });
  return (
    <Panel title={t("signUp.title")}>
      <QueryState result={result} rows={4}>
        {({ signUpForm }) => (
          <SignUpFields
            key={signUpForm.version}
            form={signUpForm}
            hosts={hostnames.filter(({ state }) => state === "SERVING").map(({ host }) => host)}
            onStale={() => void result.refetch()}
          />
        )}
      </QueryState>
    </Panel>
  );
}

interface SignUpFieldsProps {
  readonly form: OwnSignUpFormFieldsFragment;
  readonly hosts: readonly string[];
  readonly onStale: () => void;
}

function SignUpFields({ form: saved, hosts, onStale }: SignUpFieldsProps) {
  const { t } = useTranslation("brand");
  const { isOpen, address, phone, company, termsUrl, version } = saved;
  const form = useForm({ initialValues: { isOpen, address, phone, company, termsUrl: termsUrl ?? "" } });
  const { save, isBusy, problem } = useSave(form, ["termsUrl"]);
  const [send, { data, client }] = useMutation(SaveSignUpFormDocument);
  const submit = async (values: typeof form.values): Promise<void> => {
    const terms = values.termsUrl.trim();
    const variables = { input: { ...values, termsUrl: terms === "" ? null : terms, version } };
    const isSaved = await save(async () => (await send({ variables })).data?.saveSignUpForm.userErrors);
    if (!isSaved) return;
    form.resetDirty(values);
    await client.refetchQueries({ include: [OwnSignUpFormDocument] });
  };
  const isStale = data?.saveSignUpForm.userErrors.some(({ code }) => code === "STALE") === true;
  return (
    <form className={classes.hosts} onSubmit={form.onSubmit((values) => void submit(values))} noValidate>
      <LeaveGuard isDirty={() => form.isDirty()} />
      <Switch
        label={t("signUp.isOpen")}
        description={t("signUp.isOpenHint")}
        {...form.getInputProps("isOpen", { type: "checkbox" })}
      />
      {hosts.length === 0 ? <p className={classes.dim}>{t("signUp.noHost")}</p> : <Addresses hosts={hosts} />}
      {signUpFields.map((name) => (
        <Select
          key={name}
          label={t(`signUp.ask.${name}`)}
          maw={320}
          allowDeselect={false}
          comboboxProps={{ keepMounted: false }}
          data={signUpAsks.map((value) => ({ value, label: t(`signUp.asks.${value}`) }))}
          {...form.getInputProps(name)}
        />
      ))}
      <TextInput
        label={t("signUp.termsUrl")}
        description={t("signUp.termsHint")}
        type="url"
        placeholder="https://"
        autoComplete="off"
        maxLength={termsUrlLengthMax}
        {...form.getInputProps("termsUrl")}
      />
      {problem !== null && (
        <ErrorNotice
          title={t("notDone")}
          what={problem.message}
          requestId={problem.requestId}
          requestIdLabel={t("request")}
        />
      )}
      <div className={classes.hostDeeds}>
        {isStale && (
          <Button variant="default" onClick={onStale}>
            {t("signUp.readAgain")}
          </Button>
        )}
        <ReasonedButton type="submit" loading={isBusy} disabledReason={form.isDirty() ? null : t("signUp.unchanged")}>
          {t("signUp.save")}
        </ReasonedButton>
      </div>
    </form>
  );
}

/** Where people sign up, to be put on a page or in a mail. */
function Addresses({ hosts }: { readonly hosts: readonly string[] }) {
  const { t } = useTranslation("brand");
  return hosts.map((host) => {
    const address = `https://${host}${path.signUp()}`;
    return (
      <p key={host}>
        <a href={address} target="_blank" rel="noreferrer">
          {address}
        </a>{" "}
        <CopyButton value={address} labels={{ copy: t("signUp.copy"), copied: t("copied") }} />
      </p>
    );
  });
}
