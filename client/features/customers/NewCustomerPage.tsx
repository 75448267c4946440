import { useApolloClient, useMutation, useQuery } from "@apollo/client/react";
import { Button, Checkbox, Input, TextInput } from "@mantine/core";
import { useForm, type UseFormReturnType } from "@mantine/form";
import { pageSizeMax } from "@tierline/shared/limits.ts";
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
import { forgetCustomerLists } from "./customer-lists.ts";
import { addressInput, createInput, emptyAddress, type Asked, type CustomerValues } from "./customer-form.ts";
import classes from "./CustomerForm.module.css";
import { AddressFields, LanguageSelect, PhoneInput, TaxNumberInput, type FieldOf } from "./form-fields.tsx";
import { chosenIn, hasCalling, NewPackages } from "./NewPackages.tsx";
import { NewContacts, NewSites } from "./NewParts.tsx";
import { PrecheckCustomerDocument } from "./precheck.generated.ts";
import { OfferedPackagesDocument, type PackageOfferingFieldsFragment } from "./subscribers.generated.ts";
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
  "packages",
  "primaryEmail",
  "callingLocation",
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
  const { country, currency, timeZone } = useViewer().reseller;
  const language = i18n.resolvedLanguage ?? "en";
  const form = useForm<CustomerValues>({
    initialValues: {
      provisioningId: "",
      kind: "INDIVIDUAL",
      isInternal: false,
      name,
      email: "",
      phone: "",
      language,
      taxNumber: "",
      billingAddress: emptyAddress(country),
      contacts: [],
      sites: [],
      terms: emptyTerms,
      packages: null,
      templatePackages: [],
      primaryEmail: "",
      callingLocation: { name: "", isBilling: true, address: emptyAddress(country), timeZone, language },
    },
  });
  const field: FieldOf = (at) => form.getInputProps(at);
  const isDone = useRef(false);
  // Whoever may not say how customers pay leaves it at what their reseller begins with.
  const saysTerms = useCan("balance.change").isAllowed;
  const isBusiness = form.values.kind === "BUSINESS";
  const offered = useOffered(isBusiness);
  const chosen = chosenIn(form.values, offered);
  const { create, check, isBusy, problem, isAccepted } = useCreate(form, isDone, {
    terms: saysTerms,
    packages: offered.length > 0 ? chosen : null,
    location: hasCalling(chosen, offered),
  });
  const reseller = useReseller();
  return (
    <>
      <PageHeader title={t("new.title")} crumb={<AppLink href={path.customers(reseller)}>{t("list.title")}</AppLink>} />
      <LeaveGuard isDirty={() => form.isDirty() && !isDone.current} />
      <form className={classes.form} onSubmit={form.onSubmit((values) => void create(values))} noValidate>
        <Who form={form} field={field} />
        <Panel title={t("new.billing")} aside={t("new.optional")}>
          {form.errors["billingAddress"] !== undefined && (
            <Input.Error mb={8}>{form.errors["billingAddress"]}</Input.Error>
          )}
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
        {isBusiness && offered.length > 0 && (
          <NewPackages form={form} field={field} offered={offered} chosen={chosen} />
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

function Who({ form, field }: { readonly form: UseFormReturnType<CustomerValues>; readonly field: FieldOf }) {
  const { t } = useTranslation(["customers", "words"]);
  return (
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
        {form.values.kind === "BUSINESS" && (
          <Checkbox
            label={t("internal.label")}
            description={t("internal.hint")}
            {...form.getInputProps("isInternal", { type: "checkbox" })}
          />
        )}
      </div>
    </Panel>
  );
}

/** What a business can be given here; nothing for who may give nothing. */
function useOffered(isBusiness: boolean): readonly PackageOfferingFieldsFragment[] {
  const can = useCan("package.assign").isAllowed;
  const variables = { segment: "BUSINESS", first: pageSizeMax } as const;
  const { data } = useQuery(OfferedPackagesDocument, { variables, skip: !can || !isBusiness });
  return isBusiness ? (data?.offerings.nodes ?? []).filter((each) => each.package !== null) : [];
}

/** Its country goes before one of which no address was typed yet; its packages stand there until others are chosen. */
function withTemplate(values: CustomerValues, template: ChosenTemplate | null): Partial<CustomerValues> {
  if (template === null) return { provisioningId: "", templatePackages: [] };
  const { provisioningId, language, country, packages: templatePackages } = template;
  const isTyped = addressInput(values.billingAddress) !== null;
  const address = isTyped ? {} : { billingAddress: { ...values.billingAddress, country } };
  return { provisioningId, language, templatePackages, ...address };
}

/** One key for what was typed: a second click or a repeat after a lost answer creates nobody twice. */
function useCreate(form: UseFormReturnType<CustomerValues>, isDone: { current: boolean }, asked: Asked) {
  const [createCustomer] = useMutation(CreateCustomerDocument);
  const { save, isBusy, problem } = useSave(form, fields);
  const client = useApolloClient();
  /** What was typed when nothing stood in the way of it. */
  const [accepted, setAccepted] = useState<string | null>(null);
  const go = useGo();
  const reseller = useReseller();
  async function create(values: CustomerValues): Promise<void> {
    const input = createInput(values, asked);
    const intent = `customer.create:${JSON.stringify(input)}`;
    let id: string | undefined;
    const isSaved = await save(async () => {
      const { data } = await createCustomer({
        variables: { input: { ...input, idempotencyKey: idempotencyKey(intent) } },
        update: forgetCustomerLists,
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
    const input = createInput(values, asked);
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
