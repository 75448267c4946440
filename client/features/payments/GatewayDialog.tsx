import { useMutation } from "@apollo/client/react";
import { PasswordInput, Select, Switch, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { gatewayModes, paymentProviderTitles, type PaymentProviderName } from "@tierline/shared/payment.ts";
import { useTranslation } from "react-i18next";
import { forgetIdempotencyKey, idempotencyKey } from "../../api/idempotency-key.ts";
import { useSave } from "../../api/use-save.ts";
import { useViewer } from "../../api/viewer.tsx";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { SavePaymentGatewayDocument, type GatewayRowFragment } from "./gateways.generated.ts";

interface GatewayDialogProps {
  readonly provider: PaymentProviderName;
  /** Null connects it for the first time. */
  readonly gateway: GatewayRowFragment | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

const fields = ["mode", "amounts", "receiver", "clientId", "webhookId", "secret", "webhookSecret"] as const;

export function GatewayDialog({ provider, gateway, onClose, onSaved }: GatewayDialogProps) {
  const { t } = useTranslation("payments");
  const { lab } = useViewer();
  const [saveGateway] = useMutation(SavePaymentGatewayDocument);
  const form = useForm({
    initialValues: {
      mode: gateway?.mode ?? (lab ? ("LAB" as const) : ("SANDBOX" as const)),
      isOpen: gateway?.isOpen ?? true,
      amounts: gateway?.amounts.join(",") ?? "10,25,50",
      receiver: gateway?.receiver ?? "",
      clientId: gateway?.clientId ?? "",
      webhookId: gateway?.webhookId ?? "",
      secret: "",
      webhookSecret: "",
    },
  });
  const { save, isBusy, problem } = useSave(form, fields);
  const submit = async (): Promise<void> => {
    const { secret, webhookSecret, ...told } = form.values;
    const intent = `gateway:${provider}:${JSON.stringify(told)}`; // the secrets stay out of what the browser keeps
    const isDone = await save(async () => {
      const input = {
        ...told,
        provider,
        secret: secret === "" ? null : secret,
        webhookSecret: webhookSecret === "" ? null : webhookSecret,
        idempotencyKey: idempotencyKey(intent),
      };
      return (await saveGateway({ variables: { input } })).data?.savePaymentGateway.userErrors;
    });
    forgetIdempotencyKey(intent);
    if (!isDone) return;
    onSaved();
    onClose();
  };
  const isReal = form.values.mode !== "LAB";
  const isPaypal = provider === "PAYPAL";
  const modes = gatewayModes.filter((mode) => mode !== "LAB" || lab || gateway?.mode === "LAB");
  const kept = (isKept: boolean | undefined) => (isKept === true ? t("secretKept") : undefined);
  return (
    <FormDialog
      title={paymentProviderTitles[provider]}
      onClose={onClose}
      deed={t("save")}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void submit()}
      labels={{ close: t("close"), cancel: t("cancel"), notDone: t("notDone"), request: t("request") }}
    >
      <Select
        label={t("mode")}
        allowDeselect={false}
        data={modes.map((value) => ({ value, label: t(`modes.${value}`) }))}
        {...form.getInputProps("mode")}
      />
      <TextInput
        label={t("amounts")}
        description={t("amountsHint")}
        required
        autoComplete="off"
        data-autofocus
        {...form.getInputProps("amounts")}
      />
      {isPaypal && (
        <TextInput
          label={t("receiver")}
          description={t("receiverHint")}
          required={isReal}
          autoComplete="off"
          {...form.getInputProps("receiver")}
        />
      )}
      {isReal && isPaypal && (
        <>
          <TextInput label={t("clientId")} required autoComplete="off" {...form.getInputProps("clientId")} />
          <TextInput label={t("webhookId")} required autoComplete="off" {...form.getInputProps("webhookId")} />
        </>
      )}
      {isReal && (
        <PasswordInput
          label={t("secret")}
          description={kept(gateway?.hasSecret)}
          required={gateway?.hasSecret !== true}
          autoComplete="off"
          {...form.getInputProps("secret")}
        />
      )}
      {isReal && !isPaypal && (
        <PasswordInput
          label={t("webhookSecret")}
          description={kept(gateway?.hasWebhookSecret)}
          required={gateway?.hasWebhookSecret !== true}
          autoComplete="off"
          {...form.getInputProps("webhookSecret")}
        />
      )}
      <Switch label={t("isOpen")} {...form.getInputProps("isOpen", { type: "checkbox" })} />
    </FormDialog>
  );
}
