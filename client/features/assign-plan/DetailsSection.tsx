import { Select, SimpleGrid, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Panel } from "../../ui/Panel.tsx";
import type { AssignQuoteQuery } from "./assign.generated.ts";
import { readFields, writeFields, type AssignState } from "./use-assign-state.ts";
import type { DraftCustomer, DraftOffering } from "./use-draft.ts";

interface DetailsSectionProps {
  readonly offering: DraftOffering;
  readonly customer: DraftCustomer;
  readonly state: AssignState;
  readonly checks: AssignQuoteQuery["orderQuote"]["checks"];
  readonly onChange: (change: Partial<AssignState>) => void;
}

/** Does this sale ask for anything besides product, customer and items? */
export function needsDetails(offering: DraftOffering, customer: DraftCustomer): boolean {
  return (
    customer.kind === "BUSINESS" ||
    customer.sites.length > 1 ||
    offering.needsInstallation ||
    offering.customFields.length > 0
  );
}

/** Site, contacts, order number and what else the offering wants to know (O37, O40). */
export function DetailsSection({ offering, customer, state, checks, onChange }: DetailsSectionProps) {
  const { t } = useTranslation("assign");
  const problem = (field: string): string | undefined =>
    checks.find(({ state: level, path }) => level !== "OK" && path?.at(-1) === field)?.message;
  const fields = readFields(state);
  const isBusiness = customer.kind === "BUSINESS";
  return (
    <Panel title={t("details.title")}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        {customer.sites.length > 1 && (
          <Select
            label={t("details.site")}
            required={offering.needsSite}
            data={customer.sites.map(({ id, name }) => ({ value: id, label: name }))}
            value={state.site || null}
            onChange={(site) => onChange({ site: site ?? "" })}
            error={problem("siteId")}
            clearable={!offering.needsSite}
          />
        )}
        {isBusiness && (
          <ContactSelect
            role="BILLING"
            label={t("details.billing")}
            customer={customer}
            value={state.billing}
            onChange={(billing) => onChange({ billing })}
          />
        )}
        {isBusiness && (
          <ContactSelect
            role="TECHNICAL"
            label={t("details.technical")}
            customer={customer}
            value={state.technical}
            onChange={(technical) => onChange({ technical })}
          />
        )}
        {isBusiness && (
          <TextInput
            label={t("details.po")}
            value={state.po}
            onChange={(event) => onChange({ po: event.currentTarget.value })}
            error={problem("purchaseOrderNumber")}
          />
        )}
        {offering.needsInstallation && (
          <TextInput
            type="date"
            label={t("details.installation")}
            required
            value={state.install}
            onChange={(event) => onChange({ install: event.currentTarget.value })}
            error={problem("installationDate")}
          />
        )}
        {offering.customFields.map((field) => (
          <CustomField
            key={field.key}
            field={field}
            value={fields[field.key] ?? ""}
            error={problem(field.key)}
            onChange={(value) => onChange({ fields: writeFields({ ...fields, [field.key]: value }) })}
          />
        ))}
      </SimpleGrid>
    </Panel>
  );
}

interface ContactSelectProps {
  readonly role: "BILLING" | "TECHNICAL";
  readonly label: string;
  readonly customer: DraftCustomer;
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** Those of the role first, and anyone may be chosen. */
function ContactSelect({ role, label, customer, value, onChange }: ContactSelectProps) {
  const { t } = useTranslation(["assign", "words"]);
  const option = ({ id, name }: DraftCustomer["contacts"][number]) => ({ value: id, label: name });
  const fitting = customer.contacts.filter(({ roles }) => roles.includes(role));
  const others = customer.contacts.filter(({ roles }) => !roles.includes(role));
  return (
    <Select
      label={label}
      data={[
        { group: t(`words:contactRole.${role}`), items: fitting.map(option) },
        { group: t("details.otherContacts"), items: others.map(option) },
      ].filter(({ items }) => items.length > 0)}
      value={value || null}
      onChange={(id) => onChange(id ?? "")}
      clearable
      nothingFoundMessage={t("details.noContacts")}
    />
  );
}

interface CustomFieldProps {
  readonly field: DraftOffering["customFields"][number];
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

function CustomField({ field, value, error, onChange }: CustomFieldProps) {
  if (field.kind === "CHOICE") {
    return (
      <Select
        label={field.label}
        required={field.isRequired}
        data={[...field.choices]}
        value={value || null}
        onChange={(next) => onChange(next ?? "")}
        error={error}
      />
    );
  }
  const type = { TEXT: "text", NUMBER: "text", DATE: "date" }[field.kind];
  return (
    <TextInput
      label={field.label}
      required={field.isRequired}
      type={type}
      inputMode={field.kind === "NUMBER" ? "decimal" : undefined}
      maxLength={field.maxLength ?? undefined}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
    />
  );
}
