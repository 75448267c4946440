import { Button, Select, TagsInput, TextInput } from "@mantine/core";
import { supportRoles } from "@tierline/shared/kinds.ts";
import { contactsMax, domainsMax, siteAdministratorsMax } from "@tierline/shared/limits.ts";
import { businessTypes, requirements } from "@tierline/shared/onboarding.ts";
import type { UseFormReturnType } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useCan } from "../../../api/viewer.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { ReasonedButton } from "../../../ui/ReasonedButton.tsx";
import { StateDot } from "../../../ui/StateDot.tsx";
import classes from "../CustomerForm.module.css";
import wizard from "./Wizard.module.css";
import { AddressFields, LanguageSelect, PhoneInput, TaxNumberInput, type FieldOf } from "../form-fields.tsx";
import type { DraftValues } from "./draft-values.ts";

interface StepProps {
  readonly form: UseFormReturnType<DraftValues>;
}

export function CustomerStep({ form }: StepProps) {
  const { t } = useTranslation(["onboarding", "customers", "rows"]);
  const field: FieldOf = (at) => form.getInputProps(at);
  const { country } = form.values.customer.billingAddress;
  const domainError = Object.entries(form.errors).find(([at]) => at.startsWith("customer.domains"))?.[1];
  return (
    <>
      <Panel title={t("customers:new.who")}>
        <div className={classes.part}>
          <TextInput label={t("customers:field.name")} required autoComplete="off" {...field("customer.name")} />
          <div className={classes.grid}>
            <TextInput
              label={t("customers:field.email")}
              type="email"
              autoComplete="off"
              {...field("customer.email")}
            />
            <PhoneInput field={field("customer.phone")} country={country} />
            <LanguageSelect field={field("customer.language")} />
            <TaxNumberInput field={field("customer.taxNumber")} country={country} kind="BUSINESS" />
            <Select
              label={t("businessType")}
              description={t("businessTypeHint")}
              data={businessTypes.map((value) => ({ value, label: t(`rows:businessType.${value}`) }))}
              clearable
              {...field("customer.businessType")}
              value={form.values.customer.businessType || null}
              onChange={(value) => form.setFieldValue("customer.businessType", value ?? "")}
            />
            <TagsInput
              label={t("customers:domains.title")}
              description={t("customers:domains.hint")}
              maxTags={domainsMax}
              acceptValueOnBlur
              splitChars={[",", " ", ";"]}
              {...field("customer.domains")}
              error={domainError}
            />
          </div>
        </div>
      </Panel>
      <Panel title={t("address")} aside={t("addressHint")}>
        <AddressFields field={field} prefix="customer.billingAddress." isCountryRequired />
      </Panel>
      <SupportContacts form={form} />
      <SiteAdministrators form={form} />
    </>
  );
}

function SupportContacts({ form }: StepProps) {
  const { t } = useTranslation(["onboarding", "customers", "words"]);
  const { supportContacts } = form.values.customer;
  const wanted = requirements(form.values.customer).find(({ count, required }) => count < required)?.role ?? "OTHER";
  return (
    <Panel
      title={t("support")}
      aside={
        <Button
          variant="default"
          size="xs"
          disabled={supportContacts.length >= contactsMax}
          onClick={() => form.insertListItem("customer.supportContacts", { name: "", email: "", role: wanted })}
        >
          {t("addSupport")}
        </Button>
      }
    >
      <p className={classes.dim}>{t("supportHint")}</p>
      <ul className={wizard.required} aria-label={t("required")}>
        {requirements(form.values.customer).map(({ role, required, count }) => (
          <li key={role}>
            <StateDot tone={count >= required ? "ok" : "warn"}>
              {t("meter", { count: Math.min(count, required), required, role: t(`words:contactRole.${role}`) })}
            </StateDot>
            {form.errors[`customer.supportContacts.${role}`] !== undefined && (
              <span role="alert"> {form.errors[`customer.supportContacts.${role}`]}</span>
            )}
          </li>
        ))}
      </ul>
      {supportContacts.map((_contact, index) => (
        <div key={index} className={classes.part}>
          <div className={classes.grid}>
            <Select
              label={t("role")}
              required
              allowDeselect={false}
              data={supportRoles.map((value) => ({ value, label: t(`words:contactRole.${value}`) }))}
              {...form.getInputProps(`customer.supportContacts.${index}.role`)}
            />
            <PersonFields form={form} at={`customer.supportContacts.${index}`} />
          </div>
          <Remove form={form} at="customer.supportContacts" index={index} />
        </div>
      ))}
    </Panel>
  );
}

function SiteAdministrators({ form }: StepProps) {
  const { t } = useTranslation("onboarding");
  const can = useCan("user.invite");
  const { siteAdministrators } = form.values.customer;
  const isFull = siteAdministrators.length >= siteAdministratorsMax;
  return (
    <Panel
      title={t("administrators")}
      aside={
        <ReasonedButton
          variant="default"
          size="xs"
          disabledReason={can.reason ?? (isFull ? t("full") : null)}
          onClick={() => form.insertListItem("customer.siteAdministrators", { name: "", email: "" })}
        >
          {t("addAdministrator")}
        </ReasonedButton>
      }
    >
      <p className={classes.dim}>{t("administratorsHint")}</p>
      {siteAdministrators.map((_person, index) => (
        <div key={index} className={classes.part}>
          <div className={classes.grid}>
            <PersonFields form={form} at={`customer.siteAdministrators.${index}`} />
          </div>
          {form.errors[`customer.siteAdministrators.${index}`] !== undefined && (
            <p role="alert">{form.errors[`customer.siteAdministrators.${index}`]}</p>
          )}
          <Remove form={form} at="customer.siteAdministrators" index={index} />
        </div>
      ))}
    </Panel>
  );
}

function PersonFields({ form, at }: StepProps & { readonly at: string }) {
  const { t } = useTranslation("customers");
  return (
    <>
      <TextInput label={t("field.name")} required autoComplete="off" {...form.getInputProps(`${at}.name`)} />
      <TextInput
        label={t("field.email")}
        type="email"
        required
        autoComplete="off"
        {...form.getInputProps(`${at}.email`)}
      />
    </>
  );
}

function Remove({ form, at, index }: StepProps & { readonly at: string; readonly index: number }) {
  const { t } = useTranslation("customers");
  const name = t("contacts.nth", { number: index + 1 });
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={t("removeNamed", { name })}
        onClick={() => form.removeListItem(at, index)}
      >
        {t("remove")}
      </Button>
    </div>
  );
}
