import { useMutation } from "@apollo/client/react";
import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useSend } from "../../api/use-send.ts";
import { fieldErrors } from "../../api/user-errors.ts";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { UpdateUserDocument, type PersonRowFragment } from "./people.generated.ts";
import { RightsFields, type RightsValues } from "./RightsFields.tsx";
import { usePeopleLabels } from "./use-people-labels.ts";

interface EditPersonProps {
  readonly person: PersonRowFragment;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

export function EditPerson({ person, onClose, onSaved }: EditPersonProps) {
  const { t } = useTranslation("people");
  const labels = usePeopleLabels();
  const [update] = useMutation(UpdateUserDocument);
  const { send, isBusy, problem } = useSend();
  const isStaff = person.customer === null;
  const form = useForm<RightsValues>({
    initialValues: {
      name: person.name,
      role: person.role,
      roleIds: person.roles.map(({ id }) => id),
      namedCustomersOnly: person.namedCustomersOnly,
      namedCustomerIds: person.namedCustomers.map(({ id }) => id),
    },
  });
  async function save(): Promise<void> {
    const { name, namedCustomerIds, ...rights } = form.values;
    const staffs = { ...rights, ...(rights.namedCustomersOnly && { namedCustomerIds }) };
    const isDone = await send(async () => {
      const input = { id: person.id, version: person.version, name, ...(isStaff && staffs) };
      const errors = (await update({ variables: { input } })).data?.updateUser.userErrors ?? [];
      form.setErrors(fieldErrors(errors, ["name", "role", "roleIds", "namedCustomerIds"]).byField);
      return errors;
    });
    if (!isDone) return;
    onSaved();
    onClose();
  }
  return (
    <FormDialog
      title={t("editNamed", { name: person.name })}
      onClose={onClose}
      deed={t("save")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void save()}
      labels={labels}
    >
      <TextInput label={t("name")} required data-autofocus autoComplete="off" {...form.getInputProps("name")} />
      {isStaff && <RightsFields form={form} resellerId={person.reseller?.id ?? null} named={person.namedCustomers} />}
    </FormDialog>
  );
}
