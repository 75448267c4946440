import { useApolloClient, useMutation } from "@apollo/client/react";
import { Button, Drawer, TagsInput, TextInput } from "@mantine/core";
import { useForm, type UseFormReturnType } from "@mantine/form";
import { tagsMax } from "@tierline/shared/limits.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { UserErrorLike } from "../../api/user-errors.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { useFocusReturn } from "../../ui/use-focus-return.ts";
import { AttributeFields } from "./AttributeFields.tsx";
import { UpdateCustomerDocument } from "./customer-changes.generated.ts";
import { CustomerPageDocument, type CustomerFieldsFragment } from "./customer.generated.ts";
import classes from "./CustomerForm.module.css";
import { inputOf, mergeEdits, valuesOf, type EditedField, type EditValues } from "./edit-values.ts";
import { AddressFields, LanguageSelect, PhoneInput, TaxNumberInput, type FieldOf } from "./form-fields.tsx";
import { MoveCountry } from "./MoveCountry.tsx";
import { useSave } from "../../api/use-save.ts";

interface EditCustomerProps {
  readonly customer: CustomerFieldsFragment;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const fields = ["name", "email", "phone", "language", "taxNumber", "billingAddress", "tags", "attributes"];

export function EditCustomer({ customer, isOpen, onClose }: EditCustomerProps) {
  const { t } = useTranslation("customers");
  useFocusReturn(isOpen);
  return (
    <Drawer
      opened={isOpen}
      returnFocus={false}
      onClose={onClose}
      position="right"
      size={520}
      title={t("editCustomer", { customer: customer.label })}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <EditForm customer={customer} onClose={onClose} />
    </Drawer>
  );
}

/** Of its own, so that the form begins anew each time the drawer is opened. */
function EditForm({ customer, onClose }: Omit<EditCustomerProps, "isOpen">) {
  const { t } = useTranslation("customers");
  const form = useForm<EditValues>({ initialValues: valuesOf(customer) });
  const field: FieldOf = (at) => form.getInputProps(at);
  const { update, isBusy, problem, conflicts, decide } = useUpdate(customer, form, onClose);
  return (
    <form className={classes.form} onSubmit={form.onSubmit((values) => void update(values))} noValidate>
      <TextInput label={t("field.name")} required autoComplete="off" data-autofocus {...field("name")} />
      <div className={classes.grid}>
        <TextInput label={t("field.email")} type="email" autoComplete="off" {...field("email")} />
        <PhoneInput field={field("phone")} country={customer.homeCountry} />
        <LanguageSelect field={field("language")} />
        <TaxNumberInput field={field("taxNumber")} country={customer.homeCountry} kind={customer.kind} />
      </div>
      <TagsInput label={t("field.tags")} maxTags={tagsMax} {...field("tags")} />
      <fieldset className={classes.section}>
        <legend>{t("new.billing")}</legend>
        <AddressFields field={field} prefix="billingAddress." />
        <MoveCountry customer={customer} to={form.values.billingAddress.country} />
      </fieldset>
      <AttributeFields
        form={form}
        at="attributes"
        count={form.values.attributes.length}
        title={t("field.attributes")}
      />
      {conflicts.map((each) => (
        <Conflict key={each} field={each} onDecide={(isMine) => decide(each, isMine)} />
      ))}
      {problem !== null && (
        <ErrorNotice
          title={t("notSaved")}
          what={problem.message}
          requestId={problem.requestId}
          requestIdLabel={t("request")}
        />
      )}
      <div className={classes.end}>
        <Button variant="default" onClick={onClose}>
          {t("cancel")}
        </Button>
        <Button type="submit" loading={isBusy} disabled={conflicts.length > 0}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}

/** A change meanwhile by someone else is no loss: see mergeEdits. Where both changed the same, the person decides. */
function useUpdate(customer: CustomerFieldsFragment, form: UseFormReturnType<EditValues>, onClose: () => void) {
  const [base, setBase] = useState(customer);
  const [conflicts, setConflicts] = useState<readonly EditedField[]>([]);
  const [updateCustomer] = useMutation(UpdateCustomerDocument);
  const client = useApolloClient();
  const { save, isBusy, problem } = useSave(form, fields);

  async function update(values: EditValues): Promise<void> {
    let isClosing = true;
    const isSaved = await save(async () => {
      const errors = await send(base, values);
      if (!isStale(errors)) return errors;
      const newer = await readAgain();
      const merged = mergeEdits(valuesOf(base), values, valuesOf(newer));
      setBase(newer);
      form.setValues(merged.values);
      setConflicts(merged.conflicts);
      isClosing = merged.conflicts.length === 0;
      return isClosing ? send(newer, merged.values) : [];
    });
    if (isSaved && isClosing) onClose();
  }

  async function send(from: CustomerFieldsFragment, values: EditValues) {
    const { data } = await updateCustomer({ variables: { input: inputOf(from, values) } });
    return data?.updateCustomer.userErrors ?? [];
  }

  async function readAgain(): Promise<CustomerFieldsFragment> {
    const { data } = await client.query({
      query: CustomerPageDocument,
      variables: { id: base.id },
      fetchPolicy: "network-only",
    });
    return data?.customer ?? base;
  }

  function decide(field: EditedField, isMine: boolean): void {
    if (!isMine) form.setValues({ [field]: valuesOf(base)[field] });
    setConflicts(conflicts.filter((each) => each !== field));
  }

  return { update, isBusy, problem, conflicts, decide };
}

function isStale(errors: readonly UserErrorLike[]): boolean {
  return errors.some(({ code }) => code === "STALE");
}

function Conflict({ field, onDecide }: { field: EditedField; onDecide: (isMine: boolean) => void }) {
  const { t } = useTranslation("customers");
  return (
    <ErrorNotice
      tone="warn"
      title={t("conflict.title", { field: t(`conflict.field.${field}`) })}
      what={t("conflict.text")}
    >
      <div className={classes.end}>
        <Button variant="default" size="xs" onClick={() => onDecide(false)}>
          {t("conflict.theirs")}
        </Button>
        <Button variant="default" size="xs" onClick={() => onDecide(true)}>
          {t("conflict.mine")}
        </Button>
      </div>
    </ErrorNotice>
  );
}
