import { useMutation } from "@apollo/client/react";
import { Select, SimpleGrid, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { emailLengthMax, nameLengthMax } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSave } from "../../api/use-save.ts";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { orNull } from "./customer-form.ts";
import type { HeldPackage } from "./held-package.ts";
import { CreateSubscriberDocument } from "./subscribers.generated.ts";

interface AddSubscriberProps {
  readonly customerId: string;
  /** The customer's packages that people can have. */
  readonly seats: readonly HeldPackage[];
  readonly onClose: () => void;
  readonly onAdded: () => void;
}

const fields = ["email", "firstName", "lastName", "phone", "extension", "package"];
const empty = { email: "", firstName: "", lastName: "", phone: "", extension: "" };

/** One person after the other: the dialog stays open for the next, with the same package. */
export function AddSubscriber({ customerId, seats, onClose, onAdded }: AddSubscriberProps) {
  const { t } = useTranslation("subscribers");
  const [first] = seats;
  const form = useForm({ initialValues: { ...empty, package: first?.offering.package?.key ?? "" } });
  const { save, isBusy, problem } = useSave(form, fields);
  const [create] = useMutation(CreateSubscriberDocument);
  const chosen = seats.find(({ offering }) => offering.package?.key === form.values.package);
  const submit = async (values: typeof form.values): Promise<void> => {
    const { firstName, lastName, phone, extension, ...said } = values;
    const asked = {
      ...said,
      customerId,
      firstName: orNull(firstName),
      lastName: orNull(lastName),
      phone: orNull(phone),
      extension: orNull(extension),
    };
    const intent = `subscriber.create:${JSON.stringify(asked)}`;
    const variables = { input: { ...asked, idempotencyKey: idempotencyKey(intent) } };
    if (!(await save(async () => (await create({ variables })).data?.createSubscriber.userErrors))) return;
    forgetIdempotencyKey(intent);
    onAdded();
    form.setValues(empty);
    form.getInputNode("email")?.focus();
  };
  return (
    <FormDialog
      title={t("add")}
      onClose={onClose}
      deed={t("addThis")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={form.onSubmit((values) => void submit(values))}
      labels={{ close: t("close"), cancel: t("done"), notDone: t("notDone"), request: t("request") }}
    >
      <TextInput
        label={t("email")}
        type="email"
        required
        data-autofocus
        autoComplete="off"
        maxLength={emailLengthMax}
        {...form.getInputProps("email")}
      />
      <Select
        label={t("package")}
        required
        allowDeselect={false}
        comboboxProps={{ keepMounted: false }}
        data={seats.map(({ offering, used, limit }) => ({
          value: offering.package?.key ?? "",
          label: t("seatsLabel", { package: offering.name, used, limit: limit ?? "∞" }),
          disabled: limit !== null && used >= limit,
        }))}
        {...form.getInputProps("package")}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label={t("firstName")}
          autoComplete="off"
          maxLength={nameLengthMax}
          {...form.getInputProps("firstName")}
        />
        <TextInput
          label={t("lastName")}
          autoComplete="off"
          maxLength={nameLengthMax}
          {...form.getInputProps("lastName")}
        />
        <TextInput
          label={t("phone")}
          type="tel"
          autoComplete="off"
          description={chosen?.offering.package?.calling === true ? t("oneOfBoth") : null}
          {...form.getInputProps("phone")}
        />
        <TextInput
          label={t("extension")}
          inputMode="numeric"
          autoComplete="off"
          description={chosen?.offering.package?.calling === true ? t("oneOfBoth") : null}
          {...form.getInputProps("extension")}
        />
      </SimpleGrid>
    </FormDialog>
  );
}
