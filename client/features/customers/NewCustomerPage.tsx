import { useApolloClient, useMutation } from "@apollo/client/react";
import { Button, Checkbox, TextInput } from "@mantine/core";
import { useForm, type UseFormReturnType } from "@mantine/form";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import * as z from "zod/mini";
import { text } from "../../navigation/url-parts.ts";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { AppLink } from "../../navigation/AppLink.tsx";
import { LeaveGuard } from "../../navigation/LeaveGuard.tsx";
import { path } from "../../navigation/path.ts";
import { Permitted } from "../../navigation/Permitted.tsx";
import { emptyTerms } from "../../navigation/terms-values.ts";
import { TermsFields } from "../../navigation/TermsFields.tsx";
import { useGo, useReseller, useUrlState } from "../../navigation/use-place.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { SegmentedChoice } from "../../ui/SegmentedChoice.tsx";
import { CreateCustomerDocument } from "./customer-changes.generated.ts";
import { addressInput, createInput, emptyAddress, type CustomerValues } from "./customer-form.ts";
import classes from "./CustomerForm.module.css";
import { AddressFields, LanguageSelect, PhoneInput, TaxNumberInput, type FieldOf } from "./form-fields.tsx";
import { NewContacts, NewSites } from "./NewParts.tsx";
import { PrecheckCustomerDocument } from "./precheck.generated.ts";
import { TemplateChoice, type ChosenTemplate } from "./TemplateChoice.tsx";
import { useSave } from "../../api/use-save.ts";

const fields = [
  "provisioningId",
  "name",
  "email",
  "phone",
  "homeCountry",
  "language",
  "taxNumber",
  "billingAddress",
  "contacts",
  "sites",
  "terms",
];
const urlState = z.object({ name: text });

export function NewCustomerPage() {
  const { t } = useTranslation("customers");
  return (
    <Permitted by="customer.create" title={t("new.title")}>
      <NewCustomer />
    </Permitted>
  );
}

function NewCustomer() {
  const { t, i18n } = useTranslation(["customers", "words"]);
  const [{ name }] = useUrlState(urlState);
  const { country, currency } = useViewer().reseller;
  const form = useForm<CustomerValues>({
    initialValues: {
      provisioningId: "",
      kind: "INDIVIDUAL",
      isInternal: false,
      name,
      email: "",
      phone: "",
      language: i18n.resolvedLanguage ?? "en",
      taxNumber: "",
      billingAddress: emptyAddress(country),
      contacts: [],
      sites: [],
      terms: emptyTerms,
    },
  });
  const field: FieldOf = (at) => form.getInputProps(at);
  const isDone = useRef(false);
  // Whoever may not say how customers pay leaves it at what their reseller begins with.
  const saysTerms = useCan("balance.change").isAllowed;
  const { create, check, isBusy, problem, isAccepted } = useCreate(form, isDone, saysTerms);
  const reseller = useReseller();
  const isBusiness = form.values.kind === "BUSINESS";
  return (
    <>
      <PageHeader title={t("new.title")} crumb={<AppLink href={path.customers(reseller)}>{t("list.title")}</AppLink>} />
      <LeaveGuard isDirty={() => form.isDirty() && !isDone.current} />
      <form className={classes.form} onSubmit={form.onSubmit((values) => void create(values))} noValidate>
        <Panel title={t("new.who")}>
          <div className={classes.part}>
            <TemplateChoice
              value={form.values.provisioningId}
              error={field("provisioningId").error as string | undefined}
              onChange={(template) => form.setValues(withTemplate(form.values, template))}
            />
            <div className={classes.kind}>
              <SegmentedChoice
                label={t("filter.kind")}
                value={form.values.kind}
                onChange={(kind) => form.setFieldValue("kind", kind)}
                options={(["INDIVIDUAL", "BUSINESS"] as const).map((value) => ({
                  value,
                  label: t(`words:customerKind.${value}`),
                }))}
                fullWidth
              />
            </div>
            <TextInput label={t("field.name")} required autoComplete="off" data-autofocus {...field("name")} />
            <div className={classes.grid}>
              <TextInput label={t("field.email")} type="email" autoComplete="off" {...field("email")} />
              <PhoneInput field={field("phone")} country={form.values.billingAddress.country} />
              <LanguageSelect field={field("language")} />
              <TaxNumberInput
                field={field("taxNumber")}
                country={form.values.billingAddress.country}
                kind={form.values.kind}
              />
            </div>
            {isBusiness && (
              <Checkbox
                label={t("internal.label")}
                description={t("internal.hint")}
                {...form.getInputProps("isInternal", { type: "checkbox" })}
              />
            )}
          </div>
        </Panel>
        <Panel title={t("new.billing")} aside={t("new.optional")}>
          <AddressFields field={field} prefix="billingAddress." isCountryRequired />
        </Panel>
        {saysTerms && (
          <Panel title={t("new.terms")}>
            <TermsFields
              values={form.values.terms}
              currency={currency}
              field={(part) => field(`terms.${part}`)}
              onChange={(change) => form.setFieldValue("terms", { ...form.values.terms, ...change })}
            />
          </Panel>
        )}
        {isBusiness && <NewContacts form={form} field={field} />}
        {isBusiness && <NewSites form={form} field={field} />}
        {problem !== null && (
          <ErrorNotice
            title={t("new.failed")}
            what={problem.message}
            requestId={problem.requestId}
            requestIdLabel={t("request")}
          />
        )}
        <p role="status" className={classes.dim}>
          {isAccepted ? t("new.accepted") : ""}
        </p>
        <div className={classes.end}>
          <Button component={AppLink} href={path.customers(reseller)} variant="default">
            {t("cancel")}
          </Button>
          <Button variant="default" disabled={isBusy} onClick={() => void check(form.values)}>
            {t("new.check")}
          </Button>
          <ReasonedButton type="submit" loading={isBusy}>
            {t("new.create")}
          </ReasonedButton>
        </div>
      </form>
    </>
  );
}

/** Its country goes before one of which no address was typed yet. */
function withTemplate(values: CustomerValues, template: ChosenTemplate | null): Partial<CustomerValues> {
  if (template === null) return { provisioningId: "" };
  const { provisioningId, language, country } = template;
  const isTyped = addressInput(values.billingAddress) !== null;
  return { provisioningId, language, ...(isTyped ? {} : { billingAddress: { ...values.billingAddress, country } }) };
}

/** One key for what was typed: a second click or a repeat after a lost answer creates nobody twice. */
function useCreate(form: UseFormReturnType<CustomerValues>, isDone: { current: boolean }, saysTerms: boolean) {
  const [createCustomer] = useMutation(CreateCustomerDocument);
  const { save, isBusy, problem } = useSave(form, fields);
  const client = useApolloClient();
  /** What was typed when nothing stood in the way of it. */
  const [accepted, setAccepted] = useState<string | null>(null);
  const go = useGo();
  const reseller = useReseller();
  async function create(values: CustomerValues): Promise<void> {
    const input = createInput(values, saysTerms);
    const intent = `customer.create:${JSON.stringify(input)}`;
    let id: string | undefined;
    const isSaved = await save(async () => {
      const { data } = await createCustomer({
        variables: { input: { ...input, idempotencyKey: idempotencyKey(intent) } },
        update: (cache) => void cache.evict({ id: "ROOT_QUERY", fieldName: "customers" }),
      });
      id = data?.createCustomer.customer?.id;
      return data?.createCustomer.userErrors;
    });
    if (!isSaved || id === undefined) return;
    forgetIdempotencyKey(intent);
    isDone.current = true;
    go(path.customer(reseller, id), { replace: true });
  }
  /** CX6: everything that would be refused stands on its field, and nothing is written. */
  async function check(values: CustomerValues): Promise<void> {
    setAccepted(null);
    const input = createInput(values, saysTerms);
    const isAccepted = await save(async () => {
      const { data } = await client.query({
        query: PrecheckCustomerDocument,
        variables: { input },
        fetchPolicy: "no-cache",
      });
      return data?.precheckCustomer.problems;
    });
    if (isAccepted) setAccepted(JSON.stringify(values));
  }
  const isAccepted = accepted !== null && accepted === JSON.stringify(form.values);
  return { create, check, isBusy, problem, isAccepted };
}
