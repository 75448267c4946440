import { Button, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { contactsMax, sitesMax } from "@tierline/shared/limits.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Panel } from "../../ui/Panel.tsx";
import { emptyAddress, type CustomerValues } from "./customer-form.ts";
import classes from "./CustomerForm.module.css";
import { AddressFields, ContactFields, type FieldOf } from "./form-fields.tsx";

interface NewPartsProps {
  readonly form: UseFormReturnType<CustomerValues>;
  readonly field: FieldOf;
}

/** Contacts of a business, as many as are known at once; more can be added on the customer's page. */
export function NewContacts({ form, field }: NewPartsProps) {
  const { t } = useTranslation("customers");
  const add = (): void => form.insertListItem("contacts", { name: "", roles: ["BILLING"], email: "", phone: "" });
  const { contacts } = form.values;
  return (
    <Panel
      title={t("contacts.title")}
      aside={<AddButton label={t("contacts.add")} isFull={contacts.length >= contactsMax} onClick={add} />}
    >
      {contacts.length === 0 && <p className={classes.dim}>{t("contacts.hint")}</p>}
      {contacts.map((_contact, index) => (
        <Part
          key={index}
          title={t("contacts.nth", { number: index + 1 })}
          onRemove={() => form.removeListItem("contacts", index)}
        >
          <ContactFields field={field} prefix={`contacts.${index}.`} />
        </Part>
      ))}
    </Panel>
  );
}

export function NewSites({ form, field }: NewPartsProps) {
  const { t } = useTranslation("customers");
  const { sites, billingAddress } = form.values;
  const add = (): void => form.insertListItem("sites", { name: "", address: emptyAddress(billingAddress.country) });
  return (
    <Panel
      title={t("sites.title")}
      aside={<AddButton label={t("sites.add")} isFull={sites.length >= sitesMax} onClick={add} />}
    >
      {sites.length === 0 && <p className={classes.dim}>{t("sites.hint")}</p>}
      {sites.map((_site, index) => (
        <Part
          key={index}
          title={t("sites.nth", { number: index + 1 })}
          onRemove={() => form.removeListItem("sites", index)}
        >
          <TextInput label={t("field.siteName")} required autoComplete="off" {...field(`sites.${index}.name`)} />
          <AddressFields field={field} prefix={`sites.${index}.address.`} />
        </Part>
      ))}
    </Panel>
  );
}

function AddButton({ label, isFull, onClick }: { label: string; isFull: boolean; onClick: () => void }) {
  return (
    <Button variant="default" size="xs" disabled={isFull} onClick={onClick}>
      {label}
    </Button>
  );
}

function Part({ title, onRemove, children }: { title: string; onRemove: () => void; children: ReactNode }) {
  const { t } = useTranslation("customers");
  return (
    <div className={classes.part}>
      <div className={classes.partHead}>
        <h3>{title}</h3>
        <Button variant="subtle" size="compact-sm" onClick={onRemove} aria-label={t("removeNamed", { name: title })}>
          {t("remove")}
        </Button>
      </div>
      {children}
    </div>
  );
}
