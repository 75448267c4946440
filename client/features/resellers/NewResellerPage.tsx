import { useMutation, useQuery } from "@apollo/client/react";
import { Button, TextInput } from "@mantine/core";
import { useForm, type UseFormReturnType } from "@mantine/form";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import * as z from "zod/mini";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSave } from "../../api/use-save.ts";
import { useCan } from "../../api/viewer.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { LeaveGuard } from "../../navigation/LeaveGuard.tsx";
import { path } from "../../navigation/path.ts";
import { QueryState } from "../../navigation/QueryState.tsx";
import { text } from "../../navigation/url-parts.ts";
import { useGo, useReseller, useUrlState } from "../../navigation/use-place.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { ParentField } from "./ParentField.tsx";
import { CreateResellerDocument } from "./reseller-changes.generated.ts";
import { CountryField, CurrencyField, FailureEmailsField, LocaleField, TimeZoneField } from "./reseller-fields.tsx";
import { createInput, inheritedFrom, keyFrom, type NewResellerValues } from "./reseller-values.ts";
import classes from "./Resellers.module.css";
import { ResellerParentsDocument, type ParentResellerFragment } from "./resellers.generated.ts";
import { RightsFields } from "./RightsFields.tsx";

const urlState = z.object({ parent: text });
const fields = ["name", "key", "parentId", "country", "currency", "timeZone", "locale", "failureEmails", "delegated"];

/** A reseller below one's own or deeper, with what its parent has until it is said otherwise. */
export function NewResellerPage() {
  const { t } = useTranslation(["resellers", "rows"]);
  const reseller = useReseller();
  const [{ parent }] = useUrlState(urlState);
  const can = useCan("reseller.create");
  const result = useQuery(ResellerParentsDocument, {
    variables: { parentId: parent === "" ? null : parent },
    skip: !can.isAllowed,
  });
  return (
    <>
      <PageHeader title={t("new.title")} crumb={<AppLink href={path.resellers(reseller)}>{t("list.title")}</AppLink>} />
      {can.isAllowed ? (
        <QueryState result={result}>
          {({ reseller: above, resellers }) =>
            above === null ? (
              <EmptyState kind="failed" title={t("new.noParent")} />
            ) : (
              <Form key={above.id} parent={above} choices={resellers.nodes} />
            )
          }
        </QueryState>
      ) : (
        <EmptyState kind="forbidden" title={can.reason} />
      )}
    </>
  );
}

interface FormProps {
  readonly parent: ParentResellerFragment;
  readonly choices: readonly ParentResellerFragment[];
}

function Form({ parent, choices }: FormProps) {
  const { t } = useTranslation("resellers");
  const reseller = useReseller();
  const form = useForm<NewResellerValues>({
    initialValues: {
      name: "",
      key: "",
      parentId: parent.id,
      ...inheritedFrom(parent),
      failureEmails: [],
      delegated: null,
    },
  });
  const [above, setAbove] = useState(parent);
  const isDone = useRef(false);
  const { create, isBusy, problem } = useCreate(form, isDone);
  const { keyField, nameField } = useSuggestedKey(form);
  return (
    <form className={classes.form} onSubmit={form.onSubmit((values) => void create(values))} noValidate>
      <LeaveGuard isDirty={() => form.isDirty() && !isDone.current} />
      <Panel title={t("new.who")}>
        <div className={classes.fields}>
          <TextInput label={t("field.name")} required autoComplete="off" data-autofocus {...nameField} />
          <TextInput
            label={t("field.key")}
            description={t("field.keyHint")}
            required
            autoComplete="off"
            {...keyField}
          />
          <ParentField
            chosen={above}
            choices={choices}
            label={t("field.parent")}
            error={form.errors["parentId"]}
            onChoose={(chosen) => {
              setAbove(chosen);
              form.setValues({ parentId: chosen.id, ...inheritedFrom(chosen) });
            }}
          />
        </div>
      </Panel>
      <Panel title={t("new.where")} aside={t("new.whereAside")}>
        <div className={classes.fields}>
          <CountryField field={form.getInputProps("country")} />
          <CurrencyField field={form.getInputProps("currency")} />
          <TimeZoneField field={form.getInputProps("timeZone")} />
          <LocaleField field={form.getInputProps("locale")} />
          <FailureEmailsField field={form.getInputProps("failureEmails")} />
        </div>
      </Panel>
      <Panel title={t("rights.title")}>
        <RightsFields
          value={form.values.delegated}
          onChange={(delegated) => form.setFieldValue("delegated", delegated)}
          before={[]}
        />
      </Panel>
      {problem !== null && (
        <ErrorNotice
          title={t("notDone")}
          what={problem.message}
          requestId={problem.requestId}
          requestIdLabel={t("request")}
        />
      )}
      <div className={classes.end}>
        <Button component={AppLink} href={path.resellers(reseller)} variant="default">
          {t("cancel")}
        </Button>
        <ReasonedButton type="submit" loading={isBusy}>
          {t("new.create")}
        </ReasonedButton>
      </div>
    </form>
  );
}

/** The key follows the name until somebody types one. */
function useSuggestedKey(form: UseFormReturnType<NewResellerValues>) {
  const [isOwn, setOwn] = useState(false);
  const name = form.getInputProps("name");
  const key = form.getInputProps("key");
  return {
    nameField: {
      ...name,
      onChange: (event: React.ChangeEvent<HTMLInputElement>) => {
        const typed = event.currentTarget.value;
        form.setFieldValue("name", typed);
        if (!isOwn) form.setFieldValue("key", keyFrom(typed));
      },
    },
    keyField: {
      ...key,
      onChange: (event: React.ChangeEvent<HTMLInputElement>) => {
        const typed = event.currentTarget.value;
        form.setFieldValue("key", typed);
        setOwn(typed !== "");
      },
    },
  };
}

/** One key for what was typed: a second click or a repeat after a lost answer creates no second one. */
function useCreate(form: UseFormReturnType<NewResellerValues>, isDone: { current: boolean }) {
  const [createReseller] = useMutation(CreateResellerDocument);
  const { save, isBusy, problem } = useSave(form, fields);
  const go = useGo();
  const reseller = useReseller();
  async function create(values: NewResellerValues): Promise<void> {
    const input = createInput(values);
    const intent = `reseller.create:${JSON.stringify(input)}`;
    let id: string | undefined;
    const isSaved = await save(async () => {
      const { data } = await createReseller({
        variables: { input: { ...input, idempotencyKey: idempotencyKey(intent) } },
        update: (cache) => void cache.evict({ id: "ROOT_QUERY", fieldName: "resellers" }),
      });
      id = data?.createReseller.reseller?.id;
      return data?.createReseller.userErrors;
    });
    if (!isSaved || id === undefined) return;
    forgetIdempotencyKey(intent);
    isDone.current = true;
    go(path.resellerNode(reseller, id), { replace: true });
  }
  return { create, isBusy, problem };
}
