import { useMutation, useQuery } from "@apollo/client/react";
import { Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSend } from "../../api/use-send.ts";
import { fieldErrors } from "../../api/user-errors.ts";
import { useViewer } from "../../api/viewer.tsx";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { InviteUserDocument, ResellersToInviteToDocument } from "./people.generated.ts";
import { RightsFields, type RightsValues } from "./RightsFields.tsx";
import { usePeopleLabels } from "./use-people-labels.ts";

interface InviteValues extends RightsValues {
  readonly email: string;
  readonly resellerId: string;
}

export function InviteDialog({ onClose, onInvited }: { onClose: () => void; onInvited: () => void }) {
  const { t } = useTranslation("people");
  const { reseller } = useViewer();
  const labels = usePeopleLabels();
  const [invite] = useMutation(InviteUserDocument);
  const { send, isBusy, problem } = useSend();
  const form = useForm<InviteValues>({
    initialValues: {
      name: "",
      email: "",
      role: "MEMBER",
      resellerId: reseller.id,
      roleIds: [],
      namedCustomersOnly: false,
      namedCustomerIds: [],
    },
  });
  async function save(): Promise<void> {
    const { namedCustomersOnly, namedCustomerIds, ...values } = form.values;
    const person = { ...values, email: values.email.trim(), ...(namedCustomersOnly && { namedCustomerIds }) };
    const intent = `user.invite:${JSON.stringify(person)}`;
    const isDone = await send(async () => {
      const input = { ...person, idempotencyKey: idempotencyKey(intent) };
      const errors = (await invite({ variables: { input } })).data?.inviteUser.userErrors ?? [];
      form.setErrors(fieldErrors(errors, ["name", "email", "role", "roleIds", "namedCustomerIds"]).byField);
      return errors;
    });
    if (!isDone) return;
    forgetIdempotencyKey(intent);
    notifications.show({ message: t("sentTo", { email: person.email }) });
    onInvited();
    onClose();
  }
  return (
    <FormDialog
      title={t("inviteTitle")}
      onClose={onClose}
      deed={t("inviteDeed")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void save()}
      labels={labels}
    >
      <TextInput label={t("name")} required data-autofocus autoComplete="off" {...form.getInputProps("name")} />
      <TextInput
        label={t("email")}
        description={t("emailHint")}
        type="email"
        required
        autoComplete="off"
        {...form.getInputProps("email")}
      />
      <ResellerField {...form.getInputProps("resellerId")} />
      <RightsFields form={form} resellerId={form.values.resellerId} named={[]} />
    </FormDialog>
  );
}

/** Only where there is a choice. */
function ResellerField(props: { value?: string; onChange?: (value: string | null) => void }) {
  const { t } = useTranslation("people");
  const { data } = useQuery(ResellersToInviteToDocument);
  const resellers = data?.resellers.nodes ?? [];
  if (resellers.length < 2) return null;
  return (
    <Select
      label={t("atReseller")}
      allowDeselect={false}
      searchable
      data={resellers.map(({ id, name }) => ({ value: id, label: name }))}
      {...props}
    />
  );
}
